package io.sluice.node.types.time;

import io.sluice.node.types.Unused;
import io.sluice.node.types.time.WaitNode.Settings;
import io.sluice.node.types.time.WaitNode.WaitFor;
import java.util.Locale;

/** Refuses settings of a wait that mean nothing for what it waits for. */
record WaitUnused(Unused unused) {
  void check(Settings settings) {
    WaitFor waitFor = settings.waitFor();
    String beside = "\"for\": \"" + json(waitFor) + "\"";
    boolean span = waitFor == WaitFor.DURATION || waitFor == WaitFor.ENTRY;
    if (!span) {
      unused.refuse("duration", settings.duration(), beside);
    }
    if (waitFor != WaitFor.UNTIL) {
      unused.refuse("until", settings.until(), beside);
    }
    if (waitFor != WaitFor.WEEKDAY) {
      unused.refuse("weekdays", settings.weekdays(), beside);
    }
    if (waitFor != WaitFor.WEEKDAY && waitFor != WaitFor.DATE) {
      unused.refuse("time", settings.time(), beside);
    }
    if (waitFor != WaitFor.DATE) {
      unused.refuse("date", settings.date(), beside);
    } else if (settings.date() != null && settings.date().of() != null) {
      checkDate(settings);
    }
    if (span) {
      unused.refuse("zone", settings.zone(), beside);
    }
  }

  private void checkDate(Settings settings) {
    WaitDate date = settings.date();
    String beside = "\"of\": \"" + json(date.of()) + "\"";
    if (date.of() != WaitDate.Of.ATTRIBUTE) {
      unused.refuse("date.attribute", date.attribute(), beside);
    }
    if (!date.of().isOfCoupon()) {
      unused.refuse("date.node", date.node(), beside);
    }
    if (date.of() == WaitDate.Of.BIRTH_DATE && Boolean.FALSE.equals(date.yearly())) {
      unused.refuse("date.yearly", date.yearly(), beside);
    }
    if (date.inHours()) {
      unused.refuse("time", settings.time(), "\"unit\": \"hours\"");
    }
  }

  private static String json(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
