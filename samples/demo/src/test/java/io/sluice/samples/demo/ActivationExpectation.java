package io.sluice.samples.demo;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Who is welcomed, reminded and offered something by new-member-activation. */
final class ActivationExpectation {
  private ActivationExpectation() {}

  static Expected of(Facts atStart, long seed) {
    Expected expected = new Expected(atStart.people().count());
    Set<Integer> newcomers =
        expected.enter("newcomers", p -> atStart.isNew(p) && atStart.bought(p).isEmpty());
    Set<Integer> reachable =
        expected.filter(
            "reachable", newcomers, p -> atStart.agreed(p, "sms") || atStart.agreed(p, "email"));
    expected.all("unreachable.done", expected.at("reachable.rest"));
    Set<Integer> welcomed =
        expected.message(
            "welcome",
            reachable,
            p -> atStart.reachedBy(p, "sms") || atStart.reachedBy(p, "email"));
    expected.all("firstDay.out", welcomed);
    Facts dayLater = atStart.later(Duration.ofDays(1));
    Set<Integer> bought = expected.filter("bought", welcomed, p -> !dayLater.bought(p).isEmpty());
    expected.all("activated.done", bought);
    Set<Integer> notYet =
        expected.message(
            "reminder",
            expected.at("bought.rest"),
            p -> dayLater.hasApp(p) || dayLater.reachedBy(p, "sms"));
    expected.all("threeDays.out", notYet);
    Facts fourDaysLater = atStart.later(Duration.ofDays(4));
    Set<Integer> later =
        expected.filter("boughtLater", notYet, p -> !fourDaysLater.bought(p).isEmpty());
    expected.all("activatedLater.done", later);
    Set<Integer> nobodyClicked = expected.all("looked.rest", expected.at("boughtLater.rest"));
    List<Integer> rest = DrawOrder.ofNode(seed, "offers").of(nobodyClicked);
    List<Integer> second = expected.draw("offers.discount", rest, (rest.size() + 1) / 2);
    expected.draw("offers.shipping", second, second.size());
    expected.all("discount.done", expected.at("offers.discount"));
    expected.all("shipping.done", expected.at("offers.shipping"));
    return expected;
  }
}
