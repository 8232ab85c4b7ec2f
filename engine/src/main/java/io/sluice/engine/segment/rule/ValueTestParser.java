package io.sluice.engine.segment.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.member.FieldType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads the operator and the value of a condition on values of one type. */
final class ValueTestParser {
  private static final int MOST_VALUES = 1000;
  static final int MOST_DAYS = 36_500;

  private final FieldType type;
  private final List<String> choices;
  private final boolean mayMiss;

  ValueTestParser(FieldType type, List<String> choices) {
    this(type, choices, true);
  }

  private ValueTestParser(FieldType type, List<String> choices, boolean mayMiss) {
    this.type = type;
    this.choices = choices;
    this.mayMiss = mayMiss;
  }

  /** The same without the operators that ask whether there is a value. */
  ValueTestParser withoutMissing() {
    return new ValueTestParser(type, choices, false);
  }

  /** A test, and whether those are meant who do not pass it. */
  record Parsed(ValueTest test, boolean negated) {
    /** Who is meant, where a condition holds a test. */
    RuleTree leaf(Function<ValueTest, Condition> condition) {
      RuleTree leaf = new RuleTree.Leaf(condition.apply(test));
      return negated ? RuleTree.not(leaf) : leaf;
    }
  }

  private List<String> operators() {
    List<String> names = new ArrayList<>();
    switch (type) {
      case TEXT -> names.addAll(List.of("is", "is-not", "in", "not-in", "contains", "starts-with"));
      case CHOICE -> names.addAll(List.of("is", "is-not", "in", "not-in"));
      case MULTI_CHOICE -> names.addAll(List.of("has-any", "has-all", "has-none"));
      case BOOLEAN -> names.addAll(List.of("is", "is-not"));
      case NUMBER ->
          names.addAll(
              List.of(
                  "is",
                  "is-not",
                  "in",
                  "not-in",
                  "at-least",
                  "at-most",
                  "more-than",
                  "less-than",
                  "between"));
      case DATE ->
          names.addAll(
              List.of(
                  "is",
                  "is-not",
                  "before",
                  "after",
                  "between",
                  "within-last-days",
                  "within-next-days",
                  "at-least-days-ago"));
      case INSTANT ->
          names.addAll(
              List.of("before", "after", "between", "within-last-days", "at-least-days-ago"));
    }
    if (mayMiss) {
      names.addAll(List.of("is-set", "is-not-set"));
    }
    return names;
  }

  /** The test; empty where it is wrong, which is then reported. */
  Optional<Parsed> parse(JsonFields fields) {
    List<String> names = operators();
    Optional<String> op =
        fields.named(
            "op", name -> names.contains(name) ? Optional.of(name) : Optional.empty(), names);
    if (op.isEmpty()) {
      fields.has("value");
      return Optional.empty();
    }
    return switch (op.get()) {
      case "is-set" -> Optional.of(new Parsed(new ValueTest.IsSet(), false));
      case "is-not-set" -> Optional.of(new Parsed(new ValueTest.IsSet(), true));
      case "is" -> one(fields).map(v -> new Parsed(new ValueTest.OneOf(Set.of(v)), false));
      case "is-not" -> one(fields).map(v -> new Parsed(new ValueTest.OneOf(Set.of(v)), true));
      case "in", "has-any" -> many(fields).map(v -> new Parsed(new ValueTest.OneOf(v), false));
      case "not-in", "has-none" -> many(fields).map(v -> new Parsed(new ValueTest.OneOf(v), true));
      case "has-all" -> many(fields).map(v -> new Parsed(new ValueTest.AllOf(v), false));
      case "contains" -> text(fields).map(v -> new Parsed(new ValueTest.Contains(v), false));
      case "starts-with" -> text(fields).map(v -> new Parsed(new ValueTest.StartsWith(v), false));
      case "at-least" -> bound(fields, true).map(b -> range(b, null));
      case "more-than" -> bound(fields, false).map(b -> range(b, null));
      case "after" -> bound(fields, false).map(b -> range(b, null));
      case "at-most" -> bound(fields, true).map(b -> range(null, b));
      case "less-than", "before" -> bound(fields, false).map(b -> range(null, b));
      case "between" -> between(fields);
      case "within-last-days" ->
          days(fields).map(n -> new Parsed(new ValueTest.DaysAgo(0, n), false));
      case "within-next-days" ->
          days(fields).map(n -> new Parsed(new ValueTest.DaysAgo(1 - n, 1), false));
      case "at-least-days-ago" ->
          days(fields).map(n -> new Parsed(new ValueTest.DaysAgo(n, null), false));
      default -> throw new IllegalStateException(op.get());
    };
  }

  private static Parsed range(ValueTest.Bound from, ValueTest.Bound to) {
    return new Parsed(new ValueTest.Range(from, to), false);
  }

  private Optional<Object> one(JsonFields fields) {
    return value(fields).flatMap(node -> value(fields, "value", node));
  }

  private Optional<ValueTest.Bound> bound(JsonFields fields, boolean inclusive) {
    return one(fields).map(value -> new ValueTest.Bound((Comparable<?>) value, inclusive));
  }

  private Optional<String> text(JsonFields fields) {
    Optional<String> text = one(fields).map(String.class::cast);
    if (text.isPresent() && text.get().isEmpty()) {
      fields.wrong("value", "empty-text", "'value' must not be empty; everybody's text has that");
      return Optional.empty();
    }
    return text;
  }

  private Optional<Set<Object>> many(JsonFields fields) {
    Optional<JsonNode> node = value(fields);
    if (node.isEmpty()) {
      return Optional.empty();
    }
    if (!node.get().isArray() || node.get().isEmpty() || node.get().size() > MOST_VALUES) {
      fields.wrong(
          "value", "wrong-type", "'value' must be a list of 1 to " + MOST_VALUES + " values");
      return Optional.empty();
    }
    Set<Object> values = new HashSet<>();
    boolean good = true;
    for (int i = 0; i < node.get().size(); i++) {
      Optional<Object> value = value(fields, "value/" + i, node.get().get(i));
      value.ifPresent(values::add);
      good &= value.isPresent();
    }
    return good ? Optional.of(values) : Optional.empty();
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private Optional<Parsed> between(JsonFields fields) {
    Optional<JsonNode> node = value(fields);
    if (node.isEmpty()) {
      return Optional.empty();
    }
    if (!node.get().isArray() || node.get().size() != 2) {
      fields.wrong("value", "wrong-type", "'value' must be a list of two values, [from, to]");
      return Optional.empty();
    }
    Optional<Object> from = value(fields, "value/0", node.get().get(0));
    Optional<Object> to = value(fields, "value/1", node.get().get(1));
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    if (((Comparable) from.get()).compareTo(to.get()) > 0) {
      fields.wrong(
          "value", "descending", "The first value must not be above the second; swap them");
      return Optional.empty();
    }
    return Optional.of(
        range(
            new ValueTest.Bound((Comparable<?>) from.get(), true),
            new ValueTest.Bound((Comparable<?>) to.get(), true)));
  }

  private Optional<Integer> days(JsonFields fields) {
    Optional<Integer> days = fields.whole("value");
    if (days.isPresent() && (days.get() < 1 || days.get() > MOST_DAYS)) {
      fields.wrong("value", "out-of-range", "'value' must be 1 to " + MOST_DAYS + " days");
      return Optional.empty();
    }
    return days;
  }

  private static Optional<JsonNode> value(JsonFields fields) {
    Optional<JsonNode> value = fields.node("value");
    if (value.isEmpty()) {
      fields.wrong("", "missing-field", "'value' is missing; add it");
    }
    return value;
  }

  private Optional<Object> value(JsonFields fields, String name, JsonNode node) {
    Optional<Object> value = Values.of(node, type);
    if (value.isEmpty()) {
      fields.wrongAt(name, "wrong-type", "The value must be " + Values.describe(type));
    } else if (!choices.isEmpty() && !choices.contains(value.get())) {
      fields.wrongAt(
          name,
          "unknown-value",
          "'" + value.get() + "' is no choice; use one of: " + String.join(", ", choices));
      return Optional.empty();
    }
    return value;
  }
}
