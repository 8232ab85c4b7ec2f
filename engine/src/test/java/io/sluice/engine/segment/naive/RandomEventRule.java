package io.sluice.engine.segment.naive;

import java.util.List;
import java.util.Random;

/** Makes conditions on events up, as {@link RandomRule} does others. */
final class RandomEventRule {
  private final Random random;
  private final RandomRule values;

  RandomEventRule(Random random, RandomRule values) {
    this.random = random;
    this.values = values;
  }

  String make() {
    return "{" + test() + type() + values.window() + where() + "}";
  }

  private String test() {
    String metric =
        pick(
            "done",
            "not-done",
            "count",
            "count",
            "first",
            "last",
            "days-since-first",
            "days-since-last",
            pick("sum", "average", "largest", "smallest"));
    String field = "'events':'%s'".formatted(metric);
    return switch (metric) {
      case "done", "not-done" -> field;
      case "first", "last" -> values.instantTest(field);
      case "count" -> values.numberTest(field, () -> pick("0", "1", "2", "3", "1.5"), false);
      case "days-since-first", "days-since-last" ->
          values.numberTest(field, () -> pick("0", "30", "30.5", "90", "365", "-5"), false);
      default ->
          values.numberTest(field, values::amount, false)
              + ",'property':'%s'".formatted(pick("seconds", "page"));
    };
  }

  private String type() {
    return random.nextBoolean()
        ? ",'type':'%s'".formatted(pick(RandomPeople.EVENTS))
        : ",'type':['%s','viewed']".formatted(pick(RandomPeople.EVENTS));
  }

  private String where() {
    return switch (random.nextInt(5)) {
      case 0 -> ",'where':{'product':['%s','x']}".formatted(pick(RandomPeople.PRODUCTS));
      case 1 ->
          ",'where':{'category':'%s','product':['cup','pot']}"
              .formatted(pick(RandomPeople.CATEGORIES));
      case 2 -> ",'where':{'properties':[%s]}".formatted(property());
      case 3 -> ",'where':{'properties':[%s,%s]}".formatted(property(), property());
      default -> "";
    };
  }

  private String property() {
    if (random.nextBoolean()) {
      return "{%s}"
          .formatted(
              values.numberTest(
                  "'property':'%s'".formatted(pick("seconds", "page")),
                  () -> pick("7", "10", "33.33", "-0.5", "0"),
                  true));
    }
    String one = pick(RandomPeople.PAGES).replace('\'', '`');
    return switch (random.nextInt(4)) {
      case 0 -> "{'property':'page','op':'%s'}".formatted(pick("is-set", "is-not-set"));
      case 1 -> "{'property':'page','op':'%s','value':'%s'}".formatted(pick("is", "is-not"), one);
      case 2 ->
          "{'property':'page','op':'%s','value':['%s','7']}".formatted(pick("in", "not-in"), one);
      default ->
          "{'property':'page','op':'%s','value':'%s'}"
              .formatted(pick("contains", "starts-with"), pick("o", "0", "%", "_", "`"));
    };
  }

  private String pick(String... values) {
    return values[random.nextInt(values.length)];
  }

  private String pick(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }
}
