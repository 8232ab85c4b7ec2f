package io.sluice.samples.demo;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/** Who is welcomed, reminded and offered more by new-member-activation; nobody claims a coupon. */
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
        expected.message("welcome", expected.all("coupon.done", reachable), reached(atStart));
    Set<Integer> unclaimed = expected.all("claimed.rest", expected.all("firstDay.out", welcomed));
    Facts dayLater = atStart.later(Duration.ofDays(1));
    expected.message(
        "reminder", unclaimed, p -> dayLater.hasApp(p) || dayLater.reachedBy(p, "sms"));
    Set<Integer> waiting = expected.all("threeDays.out", expected.all("everybody.out", unclaimed));
    Facts fourDaysLater = atStart.later(Duration.ofDays(4));
    expected.filter("bought", waiting, p -> !fourDaysLater.bought(p).isEmpty());
    expected.all("activated.done", expected.at("bought.out"));
    List<Integer> rest = DrawOrder.ofNode(seed, "offers").of(expected.at("bought.rest"));
    List<Integer> second = expected.draw("offers.discount", rest, (rest.size() + 1) / 2);
    expected.draw("offers.shipping", second, second.size());
    for (String offer : List.of("discount", "shipping")) {
      Set<Integer> marked = expected.all(offer + ".done", expected.at("offers." + offer));
      expected.message(
          offer.equals("discount") ? "tellDiscount" : "tellShipping",
          marked,
          reached(fourDaysLater));
    }
    return expected;
  }

  private static IntPredicate reached(Facts facts) {
    return p -> facts.reachedBy(p, "email") || facts.reachedBy(p, "sms");
  }
}
