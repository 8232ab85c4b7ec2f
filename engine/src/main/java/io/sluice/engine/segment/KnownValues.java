package io.sluice.engine.segment;

import io.sluice.engine.member.FieldType;
import io.sluice.engine.segment.rule.ValueTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Applies tests to values that are at hand, as the database does to those it keeps. */
final class KnownValues {
  private KnownValues() {}

  /** The value of a text, as {@link ValueTest} has values. */
  static Object parse(FieldType type, String text) {
    return switch (type) {
      case NUMBER -> new BigDecimal(text);
      case DATE -> LocalDate.parse(text);
      case BOOLEAN -> Boolean.valueOf(text);
      default -> text;
    };
  }

  /** Whether a value, or one of several, passes. */
  static boolean pass(List<Object> values, ValueTest test) {
    if (test instanceof ValueTest.AllOf all) {
      return values.containsAll(all.values());
    }
    return values.stream().anyMatch(value -> passes(value, test));
  }

  private static boolean passes(Object value, ValueTest test) {
    if (test instanceof ValueTest.IsSet) {
      return true;
    }
    if (test instanceof ValueTest.OneOf oneOf) {
      return oneOf.values().stream().anyMatch(other -> compare(value, other) == 0);
    }
    if (test instanceof ValueTest.Range range) {
      return isAbove(value, range.from()) && isBelow(value, range.to());
    }
    if (test instanceof ValueTest.Contains contains) {
      return value.toString().contains(contains.text());
    }
    if (test instanceof ValueTest.StartsWith starts) {
      return value.toString().startsWith(starts.text());
    }
    throw new IllegalArgumentException(test + " is no test of one value");
  }

  private static boolean isAbove(Object value, ValueTest.Bound bound) {
    int order = bound == null ? 1 : compare(value, bound.value());
    return order > 0 || order == 0 && bound.inclusive();
  }

  private static boolean isBelow(Object value, ValueTest.Bound bound) {
    int order = bound == null ? -1 : compare(value, bound.value());
    return order < 0 || order == 0 && bound.inclusive();
  }

  @SuppressWarnings("unchecked")
  private static int compare(Object value, Object other) {
    return ((Comparable<Object>) value).compareTo(other);
  }
}
