package io.sluice.samples.demo;

import io.sluice.samples.data.Traits;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Who gets which of the offers of big-sale. */
final class BigSaleExpectation {
  private BigSaleExpectation() {}

  static Expected of(Facts facts, long seed) {
    Expected expected = new Expected(facts.people().count());
    expected.enter("vips", p -> isVip(facts, p));
    expected.enter("fans", p -> isFan(facts, p));
    expected.enter("appUsers", p -> facts.registered(p) && facts.hasApp(p));
    expected.enter("dormant", p -> facts.lastBoughtBetween(p, 181, 730));
    expected.enter("guests", p -> facts.registered(p) && facts.invitedToTheOpening(p));
    expected.enter("justBought", p -> !facts.bought(p, 7).isEmpty());
    expected.filter("vipsToAsk", expected.at("vips.out"), p -> facts.bought(p, 7).isEmpty());
    Set<Integer> fansOrApp = new HashSet<>(expected.at("fans.out"));
    fansOrApp.addAll(expected.at("appUsers.out"));
    expected.filter("appFans", fansOrApp, p -> isFan(facts, p) && facts.hasApp(p));
    expected.filter("dormantOnly", expected.at("dormant.out"), p -> !facts.invitedToTheOpening(p));
    Set<Integer> first = expected.all("priority.out1", expected.at("vipsToAsk.out"));
    Set<Integer> second = new TreeSet<>(expected.at("appFans.out"));
    second.removeAll(first);
    expected.all("priority.out2", second);
    Set<Integer> third = new TreeSet<>(expected.at("dormantOnly.out"));
    third.removeAll(first);
    third.removeAll(second);
    expected.all("priority.out3", third);
    expected.all(
        "everybody.out", expected.message("preview", first, p -> facts.reachedBy(p, "email")));
    expected.all("everybody.out", expected.all("bundle.done", second));
    Set<Integer> offered =
        expected.all(
            "everybody.out", expected.message("voucher", third, p -> facts.reachedBy(p, "sms")));
    List<Integer> others =
        expected.draw("survey.asked", DrawOrder.ofNode(seed, "survey").of(offered), 200);
    expected.draw("survey.rest", others, others.size());
    expected.all("asked.done", expected.at("survey.asked"));
    expected.all("notAsked.done", expected.at("survey.rest"));
    return expected;
  }

  private static boolean isVip(Facts facts, int person) {
    return facts.registered(person)
        && (facts.level(person) >= 4
            || facts.spent(person, 365).compareTo(BigDecimal.valueOf(3_000)) >= 0);
  }

  private static boolean isFan(Facts facts, int person) {
    Traits traits = facts.people().traits(person);
    long skincareOrders =
        facts.bought(person).stream()
            .filter(o -> o.lines().stream().anyMatch(l -> l.category().equals("skincare")))
            .count();
    return facts.registered(person)
        && ("skincare".equals(traits.favouriteCategory()) || skincareOrders >= 2);
  }
}
