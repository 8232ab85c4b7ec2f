package io.sluice.engine.segment.leaf;

import io.sluice.engine.segment.rule.ValueTest;
import java.math.BigDecimal;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns a test of numbers into one that passes the same whole numbers of a limited size. */
final class WholeNumbers {
  private WholeNumbers() {}

  /** The test with bounds and values that are whole and within plus or minus {@code largest}. */
  static ValueTest of(ValueTest test, long largest) {
    BigDecimal limit = BigDecimal.valueOf(largest);
    if (test instanceof ValueTest.OneOf oneOf) {
      Set<Object> whole =
          oneOf.values().stream()
              .map(BigDecimal.class::cast)
              .filter(value -> value.stripTrailingZeros().scale() <= 0)
              .filter(value -> value.abs().compareTo(limit) <= 0)
              .map(value -> typed(value, largest))
              .collect(Collectors.toSet());
      return new ValueTest.OneOf(whole);
    }
    if (test instanceof ValueTest.Range range) {
      return new ValueTest.Range(lowest(range.from(), limit), highest(range.to(), limit));
    }
    return test;
  }

  private static ValueTest.Bound lowest(ValueTest.Bound bound, BigDecimal limit) {
    if (bound == null) {
      return null;
    }
    BigDecimal first = bound.firstWhole();
    // Past the limit nothing is found; a bound above it would not fit the column.
    return first.compareTo(limit) > 0
        ? new ValueTest.Bound(typed(limit, limit.longValue()), false)
        : new ValueTest.Bound(typed(first.max(limit.negate()), limit.longValue()), true);
  }

  private static ValueTest.Bound highest(ValueTest.Bound bound, BigDecimal limit) {
    if (bound == null) {
      return null;
    }
    BigDecimal last = bound.lastWhole();
    return last.compareTo(limit.negate()) < 0
        ? new ValueTest.Bound(typed(limit.negate(), limit.longValue()), false)
        : new ValueTest.Bound(typed(last.min(limit), limit.longValue()), true);
  }

  private static Comparable<?> typed(BigDecimal value, long largest) {
    return largest == Integer.MAX_VALUE ? (Comparable<?>) value.intValue() : value.longValue();
  }
}
