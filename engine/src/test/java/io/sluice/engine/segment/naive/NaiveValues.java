package io.sluice.engine.segment.naive;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;

/** Decides whether a value passes the test of a condition. */
final class NaiveValues {
  private final Instant now;
  private final ZoneId zone;

  NaiveValues(Instant now, ZoneId zone) {
    this.now = now;
    this.zone = zone;
  }

  /** A value that stands as text; null if there is none. */
  boolean text(String value, String kind, JsonNode rule) {
    String op = rule.get("op").asText();
    if (op.equals("is-set") || op.equals("is-not-set")) {
      return (value != null) == op.equals("is-set");
    }
    if (value == null) {
      return op.equals("is-not") || op.equals("not-in") || op.equals("has-none");
    }
    return switch (kind) {
      case "number" -> number(new BigDecimal(value), rule);
      case "date" -> date(LocalDate.parse(value), rule);
      case "several" -> several(List.of(value.split("\\|")), op, rule.get("value"));
      default -> plain(value, op, rule.get("value"));
    };
  }

  private static boolean plain(String value, String op, JsonNode wanted) {
    return switch (op) {
      case "is" -> value.equals(wanted.asText());
      case "is-not" -> !value.equals(wanted.asText());
      case "in" -> any(wanted, one -> one.asText().equals(value));
      case "not-in" -> !any(wanted, one -> one.asText().equals(value));
      case "contains" -> value.contains(wanted.asText());
      case "starts-with" -> value.startsWith(wanted.asText());
      default -> throw new IllegalArgumentException(op);
    };
  }

  private static boolean several(List<String> values, String op, JsonNode wanted) {
    boolean any = any(wanted, one -> values.contains(one.asText()));
    boolean all = !any(wanted, one -> !values.contains(one.asText()));
    return op.equals("has-any") ? any : op.equals("has-all") ? all : !any;
  }

  /** A number. */
  static boolean number(BigDecimal value, JsonNode rule) {
    JsonNode wanted = rule.get("value");
    return switch (rule.get("op").asText()) {
      case "is" -> compare(value, wanted) == 0;
      case "is-not" -> compare(value, wanted) != 0;
      case "in" -> any(wanted, one -> compare(value, one) == 0);
      case "not-in" -> !any(wanted, one -> compare(value, one) == 0);
      case "at-least" -> compare(value, wanted) >= 0;
      case "at-most" -> compare(value, wanted) <= 0;
      case "more-than" -> compare(value, wanted) > 0;
      case "less-than" -> compare(value, wanted) < 0;
      case "between" -> compare(value, wanted.get(0)) >= 0 && compare(value, wanted.get(1)) <= 0;
      default -> throw new IllegalArgumentException(rule.toString());
    };
  }

  private static int compare(BigDecimal value, JsonNode wanted) {
    return value.compareTo(new BigDecimal(wanted.asText()));
  }

  private boolean date(LocalDate value, JsonNode rule) {
    JsonNode wanted = rule.get("value");
    long daysAgo = ChronoUnit.DAYS.between(value, now.atZone(zone).toLocalDate());
    return switch (rule.get("op").asText()) {
      case "is" -> value.equals(LocalDate.parse(wanted.asText()));
      case "is-not" -> !value.equals(LocalDate.parse(wanted.asText()));
      case "before" -> value.isBefore(LocalDate.parse(wanted.asText()));
      case "after" -> value.isAfter(LocalDate.parse(wanted.asText()));
      case "between" ->
          !value.isBefore(LocalDate.parse(wanted.get(0).asText()))
              && !value.isAfter(LocalDate.parse(wanted.get(1).asText()));
      case "within-last-days" -> daysAgo >= 0 && daysAgo < wanted.asInt();
      case "within-next-days" -> daysAgo <= 0 && -daysAgo < wanted.asInt();
      case "at-least-days-ago" -> daysAgo >= wanted.asInt();
      default -> throw new IllegalArgumentException(rule.toString());
    };
  }

  /** An instant. */
  boolean instant(Instant value, JsonNode rule) {
    JsonNode wanted = rule.get("value");
    Duration age = Duration.between(value, now);
    return switch (rule.get("op").asText()) {
      case "before" -> value.isBefore(Instant.parse(wanted.asText()));
      case "after" -> value.isAfter(Instant.parse(wanted.asText()));
      case "between" ->
          !value.isBefore(Instant.parse(wanted.get(0).asText()))
              && !value.isAfter(Instant.parse(wanted.get(1).asText()));
      case "within-last-days" ->
          !age.isNegative() && age.compareTo(Duration.ofDays(wanted.asInt())) < 0;
      case "at-least-days-ago" -> age.compareTo(Duration.ofDays(wanted.asInt())) >= 0;
      default -> throw new IllegalArgumentException(rule.toString());
    };
  }

  private static boolean any(JsonNode array, Predicate<JsonNode> test) {
    return NaiveRule.all(array).stream().anyMatch(test);
  }
}
