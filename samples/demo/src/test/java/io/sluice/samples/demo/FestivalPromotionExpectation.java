package io.sluice.samples.demo;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Who gets which gift of festival-promotion, where nobody had one before. */
final class FestivalPromotionExpectation {
  /** How many coupons there are for regulars. */
  static final int STOCK = 1_000;

  private FestivalPromotionExpectation() {}

  static Expected of(Facts facts, long seed) {
    Expected expected = new Expected(facts.people().count());
    expected.enter("vips", p -> facts.registered(p) && facts.level(p) >= 4);
    expected.enter("regulars", p -> facts.bought(p, 365).size() >= 2);
    expected.enter("sleeping", p -> facts.lastBoughtBetween(p, 181, 365));
    Set<Integer> first = expected.all("priority.out1", expected.at("vips.out"));
    Set<Integer> second = new TreeSet<>(expected.at("regulars.out"));
    second.removeAll(first);
    expected.all("priority.out2", second);
    Set<Integer> third = new TreeSet<>(expected.at("sleeping.out"));
    third.removeAll(first);
    third.removeAll(second);
    expected.all("priority.out3", third);
    told(expected, "vipText", expected.all("vipOffer.done", first), facts, "sms");
    List<Integer> late =
        expected.draw(
            "regularCoupon.done", DrawOrder.ofNode(seed, "regularCoupon").of(second), STOCK);
    expected.draw("regularCoupon.failed", late, late.size());
    told(expected, "regularText", expected.at("regularCoupon.done"), facts, "sms");
    Set<Integer> points = expected.all("points.done", expected.at("regularCoupon.failed"));
    told(expected, "pointsText", points, facts, "sms");
    told(expected, "comebackMail", expected.all("comebackCoupon.done", third), facts, "email");
    return expected;
  }

  private static void told(
      Expected expected, String message, Set<Integer> people, Facts facts, String channel) {
    expected.message(message, people, p -> facts.reachedBy(p, channel));
  }
}
