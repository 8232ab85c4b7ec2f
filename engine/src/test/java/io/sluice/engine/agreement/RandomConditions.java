package io.sluice.engine.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Draws rules on what nodes write, and on what became of them. */
final class RandomConditions {
  private static final List<Function<Spot, Optional<String>>> ALL =
      List.of(
          RandomConditions::points,
          RandomConditions::points,
          RandomConditions::couponOfBatch,
          RandomConditions::couponOfNode,
          RandomConditions::couponOfNode,
          RandomConditions::level,
          RandomConditions::attribute,
          RandomConditions::attribute,
          RandomConditions::tag,
          RandomConditions::mark,
          RandomConditions::segment,
          RandomConditions::message,
          RandomConditions::message);

  private RandomConditions() {}

  /** What values an attribute of the population has. */
  static List<String> values(String attribute) {
    return switch (attribute) {
      case "color" -> List.of("red", "green", "blue");
      case "likes" -> List.of("sports", "beauty", "books");
      default -> List.of("1", "2.5", "40");
    };
  }

  /** A rule for the spot, as JSON with single quotes. */
  static String rule(Spot spot, int depth) {
    if (depth > 0 && spot.oneIn(3)) {
      List<String> parts = new ArrayList<>();
      for (int i = 0; i <= spot.below(3); i++) {
        parts.add(rule(spot, depth - 1));
      }
      return "{'%s':[%s]}"
          .formatted(spot.any(List.of("all", "any", "none")), String.join(",", parts));
    }
    return spot.any(ALL).apply(spot).orElse("{'profile':'gender','op':'is','value':'female'}");
  }

  private static Optional<String> points(Spot spot) {
    String account = spot.any(Kind.ACCOUNTS);
    String op = spot.any(List.of("at-least", "at-most", "more-than", "is", "is-not"));
    return spot.reads("points:" + account)
        ? Optional.of(
            "{'points':'%s','op':'%s','value':%d}".formatted(account, op, 10 * spot.below(10)))
        : Optional.empty();
  }

  private static Optional<String> couponOfBatch(Spot spot) {
    String batch = spot.any(Kind.BATCHES);
    return spot.reads("coupon:" + batch)
        ? Optional.of(
            "{'coupon':{'batch':'%s','is':'%s'}}"
                .formatted(
                    batch,
                    // What people do with those that would be given, nobody knows yet.
                    spot.isDaring() || !spot.isWritten("coupon:" + batch)
                        ? spot.any(List.of("offered", "claimed", "unused", "used", "expired"))
                        : "offered"))
        : Optional.empty();
  }

  private static Optional<String> couponOfNode(Spot spot) {
    List<String> nodes = spot.before("coupon");
    if (nodes.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        "{'coupon':{'node':'%s','is':'%s'}}"
            .formatted(
                spot.any(nodes),
                spot.isDaring() || spot.before("wait").isEmpty()
                    ? spot.any(List.of("offered", "claimed", "unused", "used", "expired"))
                    : "offered"));
  }

  private static Optional<String> level(Spot spot) {
    if (!spot.reads("level")) {
      return Optional.empty();
    }
    return Optional.of(
        spot.oneIn(5)
            ? "{'profile':'level','op':'is-set'}"
            : "{'profile':'level','op':'%s','value':%d}"
                .formatted(spot.any(List.of("at-least", "is", "is-not")), spot.below(6)));
  }

  private static Optional<String> attribute(Spot spot) {
    String attribute = spot.any(List.of("color", "likes", "score"));
    if (!spot.reads("attribute:" + attribute)) {
      return Optional.empty();
    }
    String value = spot.any(values(attribute));
    String test =
        switch (attribute) {
          case "color" -> "'%s','value':'%s'".formatted(spot.oneIn(2) ? "is" : "is-not", value);
          case "likes" ->
              "'%s','value':['%s','sports']"
                  .formatted(spot.any(List.of("has-any", "has-all", "has-none")), value);
          default -> "'%s','value':%s".formatted(spot.oneIn(2) ? "at-least" : "less-than", value);
        };
    return Optional.of(
        "{'attribute':'%s','op':%s}".formatted(attribute, spot.oneIn(5) ? "'is-set'" : test));
  }

  private static Optional<String> tag(Spot spot) {
    String tag = spot.own(spot.any(List.of("a", "b")));
    return spot.reads("tag:" + tag)
        ? Optional.of("{'tag':'%s'%s}".formatted(tag, spot.oneIn(2) ? ",'op':'has-not'" : ""))
        : Optional.empty();
  }

  private static Optional<String> mark(Spot spot) {
    String offer = spot.any(Kind.OFFERS);
    return spot.reads("mark:" + offer)
        ? Optional.of("{'mark':'%s'%s}".formatted(offer, spot.oneIn(2) ? ",'op':'has-not'" : ""))
        : Optional.empty();
  }

  private static Optional<String> segment(Spot spot) {
    String segment = spot.own("kept");
    return !spot.before("save-segment").isEmpty() && spot.reads("segment:" + segment)
        ? Optional.of("{'segment':'%s'}".formatted(segment))
        : Optional.empty();
  }

  private static Optional<String> message(Spot spot) {
    List<String> nodes = new ArrayList<>(spot.before("sms"));
    nodes.addAll(spot.before("email"));
    if (nodes.isEmpty()) {
      return Optional.empty();
    }
    String is =
        spot.any(
            spot.isDaring()
                ? List.of("accepted", "suppressed", "clicked", "replied")
                : List.of("accepted", "suppressed", "unknown"));
    return Optional.of("{'message':{'node':'%s','is':'%s'}}".formatted(spot.any(nodes), is));
  }
}
