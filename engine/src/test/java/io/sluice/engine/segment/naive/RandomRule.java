package io.sluice.engine.segment.naive;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Makes rules up, of every kind of condition and every operator; single quotes for double. */
public final class RandomRule {
  private static final List<String> STAGES =
      List.of(
          "new",
          "old",
          "active",
          "silent",
          "sleeping",
          "about-to-churn",
          "churned",
          "long-gone",
          "not-activated");
  private static final List<String> PERIODS =
      List.of(
          "today",
          "yesterday",
          "this-week",
          "last-week",
          "this-month",
          "last-month",
          "this-quarter",
          "last-quarter",
          "this-year",
          "last-year");

  private final Random random;

  public RandomRule(long seed) {
    this.random = new Random(seed);
  }

  /** A rule of a few conditions. */
  public String make() {
    return tree(2).replace('\'', '"').replace('`', '\'');
  }

  private String tree(int depth) {
    if (depth == 0 || random.nextInt(3) == 0) {
      return condition();
    }
    List<String> parts = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      parts.add(tree(depth - 1));
    }
    return "{'%s':[%s]}".formatted(pick("all", "any", "none"), String.join(",", parts));
  }

  private String condition() {
    return switch (random.nextInt(14)) {
      case 0 -> text("'profile':'city'");
      case 1 -> choice("'profile':'gender'", "female", "male", "other");
      case 2 -> number("'profile':'level'", () -> pick("0", "1", "2.5", "3", "1e30"), true);
      case 3 -> date(pick("'profile':'birth_date'", "'attribute':'wedding'"));
      case 4 -> "{" + instantTest("'profile':'registered_at'") + "}";
      case 5 -> attribute();
      case 6 -> "{'member':['p1','p2','p3','nobody']}";
      case 7 -> "{%s%s}".formatted(pick("'tag':'vip'", "'tag':'${1+1}'", "'tag':'none'"), op());
      case 8 -> "{%s%s}".formatted(pick("'segment':'kept'", "'segment':'rich'"), op());
      case 9 -> "{'lifecycle':['%s','%s']}".formatted(pick(STAGES), pick(STAGES));
      case 10 ->
          random.nextBoolean()
              ? "{'consent':'%s'%s}".formatted(pick("sms", "email"), op())
              : "{'anniversary':'%s','from':%d,'to':%d}"
                  .formatted(
                      pick("birth_date", "attribute:wedding"),
                      -random.nextInt(5),
                      random.nextInt(200));
      case 11, 12 -> new RandomEventRule(random, this).make();
      default -> orders();
    };
  }

  private String op() {
    return pick("", ",'op':'has'", ",'op':'has-not'");
  }

  private String attribute() {
    return switch (random.nextInt(5)) {
      case 0 -> choice("'attribute':'colour'", "red", "green", "blue");
      case 1 -> several();
      case 2 -> number("'attribute':'spent'", this::amount, true);
      case 3 ->
          "{'attribute':'happy','op':'%s','value':%s}"
              .formatted(pick("is", "is-not"), random.nextBoolean());
      default -> text("'attribute':'note'");
    };
  }

  private String several() {
    return random.nextInt(4) == 0
        ? "{'attribute':'hobbies','op':'%s'}".formatted(pick("is-set", "is-not-set"))
        : "{'attribute':'hobbies','op':'%s','value':['%s','%s']}"
            .formatted(pick("has-any", "has-all", "has-none"), pick("tea", "go"), "zen");
  }

  private String text(String field) {
    String one = pick(RandomPeople.CITIES).replace('\'', '`');
    return switch (random.nextInt(4)) {
      case 0 -> "{%s,'op':'%s'}".formatted(field, pick("is-set", "is-not-set"));
      case 1 -> "{%s,'op':'%s','value':'%s'}".formatted(field, pick("is", "is-not"), one);
      case 2 -> "{%s,'op':'%s','value':['%s','x']}".formatted(field, pick("in", "not-in"), one);
      default ->
          "{%s,'op':'%s','value':'%s'}"
              .formatted(
                  field,
                  pick("contains", "starts-with"),
                  pick("Hang", "ang", "%", "_", "East", "`", "京", "!"));
    };
  }

  private String choice(String field, String... choices) {
    return switch (random.nextInt(3)) {
      case 0 -> "{%s,'op':'%s'}".formatted(field, pick("is-set", "is-not-set"));
      case 1 -> "{%s,'op':'%s','value':'%s'}".formatted(field, pick("is", "is-not"), pick(choices));
      default ->
          "{%s,'op':'%s','value':['%s','%s']}"
              .formatted(field, pick("in", "not-in"), pick(choices), pick(choices));
    };
  }

  private String number(String field, Supplier<String> value, boolean mayMiss) {
    return "{" + numberTest(field, value, mayMiss) + "}";
  }

  String numberTest(String field, Supplier<String> value, boolean mayMiss) {
    return switch (random.nextInt(mayMiss ? 5 : 4)) {
      case 0 -> "%s,'op':'%s','value':%s".formatted(field, pick("is", "is-not"), small(value));
      case 1 ->
          "%s,'op':'%s','value':[%s,%s]"
              .formatted(field, pick("in", "not-in"), small(value), small(value));
      case 2 -> {
        double one = Double.parseDouble(small(value));
        double other = Double.parseDouble(small(value));
        yield "%s,'op':'between','value':[%s,%s]"
            .formatted(field, Math.min(one, other), Math.max(one, other));
      }
      case 3 ->
          "%s,'op':'%s','value':%s"
              .formatted(
                  field, pick("at-least", "at-most", "more-than", "less-than"), small(value));
      default -> "%s,'op':'%s'".formatted(field, pick("is-set", "is-not-set"));
    };
  }

  /** 1e30 is refused by the parser; it stands for the largest number that is not. */
  private static String small(Supplier<String> value) {
    String number = value.get();
    return number.equals("1e30") ? "99999999999999999" : number;
  }

  String amount() {
    return pick("0", "1", "10", "33.33", "33.34", "50", "100", "100.01", "200", "-1");
  }

  private String date(String field) {
    LocalDate one = LocalDate.of(1990, 1, 1).plusDays(random.nextInt(12_000));
    return switch (random.nextInt(5)) {
      case 0 -> "{%s,'op':'%s'}".formatted(field, pick("is-set", "is-not-set"));
      case 1 ->
          "{%s,'op':'%s','value':'%s'}"
              .formatted(field, pick("is", "is-not"), pick("2000-02-29", one.toString()));
      case 2 ->
          "{%s,'op':'%s','value':'%s'}"
              .formatted(field, pick("before", "after"), pick("2000-02-29", one.toString()));
      case 3 ->
          "{%s,'op':'between','value':['%s','%s']}"
              .formatted(field, one, one.plusDays(random.nextInt(3000)));
      default ->
          "{%s,'op':'%s','value':%d}"
              .formatted(
                  field,
                  pick("within-last-days", "within-next-days", "at-least-days-ago"),
                  1 + random.nextInt(12_000));
    };
  }

  String instantTest(String field) {
    Instant one = instant();
    return switch (random.nextInt(3)) {
      case 0 -> "%s,'op':'%s','value':'%s'".formatted(field, pick("before", "after"), one);
      case 1 ->
          "%s,'op':'between','value':['%s','%s']"
              .formatted(field, one, one.plus(random.nextInt(200), ChronoUnit.DAYS));
      default ->
          "%s,'op':'%s','value':%d"
              .formatted(
                  field, pick("within-last-days", "at-least-days-ago"), 1 + random.nextInt(500));
    };
  }

  private String orders() {
    String metric =
        pick(
            "count",
            "sum",
            "items",
            "average",
            "largest",
            "smallest",
            "first",
            "last",
            "days-since-first",
            "days-since-last");
    String field = "'orders':'%s'".formatted(metric);
    String test =
        switch (metric) {
          case "first", "last" -> instantTest(field);
          case "count", "items" ->
              numberTest(field, () -> pick("0", "1", "2", "3", "1.5", "-1"), false);
          case "days-since-first", "days-since-last" ->
              numberTest(field, () -> pick("0", "30", "30.5", "90", "365", "700", "-5"), false);
          default -> numberTest(field, this::amount, false);
        };
    return "{" + test + window() + where() + "}";
  }

  String window() {
    return switch (random.nextInt(4)) {
      case 0 -> ",'window':{'last':'%s'}".formatted(pick("P90D", "PT12H", "P2W", "P1D", "P700D"));
      case 1 -> ",'window':{'calendar':'%s'}".formatted(pick(PERIODS));
      case 2 -> between();
      default -> "";
    };
  }

  private String between() {
    Instant from = instant();
    Instant to = from.plus(random.nextInt(400), ChronoUnit.DAYS);
    boolean days = random.nextBoolean();
    String start = days ? from.atZone(ZoneOffset.UTC).toLocalDate().toString() : from.toString();
    String end = days ? to.atZone(ZoneOffset.UTC).toLocalDate().toString() : to.toString();
    return switch (random.nextInt(3)) {
      case 0 -> ",'window':{'from':'%s'}".formatted(start);
      case 1 -> ",'window':{'to':'%s'}".formatted(end);
      default -> ",'window':{'from':'%s','to':'%s'}".formatted(start, end);
    };
  }

  private String where() {
    return switch (random.nextInt(5)) {
      case 0 -> ",'where':{'product':['%s','x']}".formatted(pick(RandomPeople.PRODUCTS));
      case 1 ->
          ",'where':{'category':'%s','product':['cup','pot']}"
              .formatted(pick(RandomPeople.CATEGORIES));
      case 2 ->
          ",'where':{'status':'%s','presale':%s}"
              .formatted(pick(RandomPeople.STATUSES), random.nextBoolean());
      default -> "";
    };
  }

  private Instant instant() {
    return RandomPeople.START.plus(12L * random.nextInt(RandomPeople.HALF_DAYS), ChronoUnit.HOURS);
  }

  private String pick(String... values) {
    return values[random.nextInt(values.length)];
  }

  private String pick(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }
}
