package io.sluice.samples.demo;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/** Who gets what on member-day. */
final class MemberDayExpectation {
  private MemberDayExpectation() {}

  static Expected of(Facts facts) {
    Expected expected = new Expected(facts.people().count());
    Set<Integer> members =
        expected.enter("members", p -> facts.active(p) && facts.lastBoughtBetween(p, 0, 730));
    Set<Integer> content = expected.filter("content", members, p -> !facts.complained(p));
    expected.all("service.done", expected.at("content.rest"));
    Set<Integer> others = new TreeSet<>();
    for (int person : content) {
      switch (facts.level(person)) {
        case 5 -> expected.all("level.diamond", Set.of(person));
        case 4 -> expected.all("level.gold", Set.of(person));
        case 3 -> expected.all("level.silver", Set.of(person));
        default -> others.add(person);
      }
    }
    expected.all("level.rest", others);
    Set<Integer> birthday =
        expected.filter("birthday", expected.at("level.diamond"), p -> facts.hasBirthday(p, -3, 3));
    told(expected, "gift", birthday, p -> facts.reachedBy(p, "email") || facts.reachedBy(p, "sms"));
    cared(expected, "shopper", expected.at("birthday.rest"));
    told(expected, "triple", expected.at("level.gold"), p -> facts.reachedBy(p, "sms"));
    told(expected, "double", expected.at("level.silver"), p -> facts.reachedBy(p, "sms"));
    long sameEachTime = DrawOrder.hash(0, "demo/member-day");
    List<Integer> drawn = DrawOrder.ofNode(sameEachTime, "trial").of(others);
    int tenth = (int) Math.round(drawn.size() * 0.1);
    int fifth = (int) Math.round(drawn.size() * 0.2);
    List<Integer> left = expected.draw("trial.card", drawn, tenth);
    left = expected.draw("trial.points", left, fifth - tenth);
    expected.draw("trial.rest", left, left.size());
    cared(expected, "card", expected.at("trial.card"));
    cared(expected, "points", expected.at("trial.points"));
    expected.all("remember.done", expected.at("cared.out"));
    return expected;
  }

  private static void cared(Expected expected, String action, Set<Integer> people) {
    expected.all("cared.out", expected.all(action + ".done", people));
  }

  private static void told(
      Expected expected, String message, Set<Integer> people, IntPredicate reached) {
    expected.all("cared.out", expected.message(message, people, reached));
  }
}
