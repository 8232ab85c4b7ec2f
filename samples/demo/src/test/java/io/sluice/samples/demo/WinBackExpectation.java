package io.sluice.samples.demo;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Who gets a coupon, is held out or asked again by win-back, where nobody follows a link. */
final class WinBackExpectation {
  private WinBackExpectation() {}

  static Expected of(Facts atStart, long seed) {
    Expected expected = new Expected(atStart.people().count());
    Set<Integer> silent = expected.enter("silent", p -> atStart.lastBoughtBetween(p, 91, 270));
    Set<Integer> reachable =
        expected.filter(
            "reachable",
            silent,
            p -> atStart.active(p) && atStart.agreed(p, "sms") && !atStart.complained(p));
    List<Integer> inOrder = DrawOrder.ofNode(seed, "holdOut").of(reachable);
    int plain = (int) Math.round(0.45 * inOrder.size());
    int both = (int) Math.round(0.9 * inOrder.size());
    List<Integer> left = expected.draw("holdOut.plain", inOrder, plain);
    left = expected.draw("holdOut.picks", left, both - plain);
    expected.draw("holdOut.control", left, left.size());
    expected.all("control.done", expected.at("holdOut.control"));
    for (String text : List.of("plain", "picks")) {
      Set<Integer> given = expected.all(text + "Coupon.done", expected.at("holdOut." + text));
      expected.all("offered.out", expected.message(text, given, p -> atStart.reachedBy(p, "sms")));
    }
    Set<Integer> offered = expected.all("oneWeek.out", expected.at("offered.out"));
    Facts weekLater = atStart.later(Duration.ofDays(7));
    Set<Integer> back =
        expected.filter("cameBack", offered, p -> !weekLater.bought(p, 7).isEmpty());
    expected.all("wonBack.done", back);
    Set<Integer> valuable = new TreeSet<>();
    Set<Integer> app = new TreeSet<>();
    Set<Integer> others = new TreeSet<>();
    for (int person : expected.at("cameBack.rest")) {
      if (weekLater.spent(person, 730).compareTo(BigDecimal.valueOf(1_000)) >= 0) {
        valuable.add(person);
      } else if (atStart.hasApp(person)) {
        app.add(person);
      } else {
        others.add(person);
      }
    }
    expected.all("call.done", expected.all("nextStep.valuable", valuable));
    expected.all("push.done", expected.all("nextStep.app", app));
    expected.all("leave.done", expected.all("nextStep.rest", others));
    return expected;
  }
}
