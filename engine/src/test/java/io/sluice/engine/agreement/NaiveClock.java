package io.sluice.engine.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** When a person leaves a wait at a time of their own, found by looking at day after day. */
final class NaiveClock {
  private NaiveClock() {}

  /** Null where the person has no such date. */
  static Instant until(Person person, JsonNode config, Instant now) {
    boolean own = config.path("zone").asText().equals("member") && person.zone() != null;
    ZoneId zone = own ? person.zone() : ZoneOffset.UTC;
    LocalTime time = LocalTime.parse(config.path("time").asText("09:00"));
    LocalDate today = LocalDate.ofInstant(now, zone);
    if (config.get("for").asText().equals("weekday")) {
      String wanted = config.at("/weekdays/0").asText();
      for (LocalDate day = today; ; day = day.plusDays(1)) {
        Instant at = day.atTime(time).atZone(zone).toInstant();
        if (day.getDayOfWeek().name().equalsIgnoreCase(wanted) && !at.isBefore(now)) {
          return at;
        }
      }
    }
    JsonNode date = config.get("date");
    int later = date.get("amount").asInt() * (date.path("side").asText().equals("before") ? -1 : 1);
    if (date.get("of").asText().equals("order-paid")) {
      Instant last = null;
      for (Instant paid : person.orders()) {
        last = !paid.isAfter(now) && (last == null || paid.isAfter(last)) ? paid : last;
      }
      if (last == null) {
        return null;
      }
      Instant at =
          LocalDate.ofInstant(last, zone).plusDays(later).atTime(time).atZone(zone).toInstant();
      return at.isBefore(now) ? now : at;
    }
    for (LocalDate day = today; person.born() != null; day = day.plusDays(1)) {
      Instant at = day.atTime(time).atZone(zone).toInstant();
      if (isBirthday(person.born(), day.minusDays(later)) && !at.isBefore(now)) {
        return at;
      }
    }
    return null;
  }

  private static boolean isBirthday(LocalDate born, LocalDate day) {
    boolean leap = born.getMonthValue() == 2 && born.getDayOfMonth() == 29;
    int dayOfMonth = leap && !day.isLeapYear() ? 28 : born.getDayOfMonth();
    return day.getMonthValue() == born.getMonthValue() && day.getDayOfMonth() == dayOfMonth;
  }
}
