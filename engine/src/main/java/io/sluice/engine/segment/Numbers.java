package io.sluice.engine.segment;

import io.sluice.engine.segment.rule.ValueTest;
import java.math.BigDecimal;

/** Tests of numbers, applied. */
final class Numbers {
  private Numbers() {}

  /** Whether a number passes a test. */
  static boolean passes(BigDecimal number, ValueTest test) {
    if (test instanceof ValueTest.OneOf oneOf) {
      return oneOf.values().stream().anyMatch(v -> number.compareTo((BigDecimal) v) == 0);
    }
    ValueTest.Range range = (ValueTest.Range) test;
    return isAbove(number, range.from()) && isBelow(number, range.to());
  }

  private static boolean isAbove(BigDecimal number, ValueTest.Bound bound) {
    int order = bound == null ? 1 : number.compareTo((BigDecimal) bound.value());
    return order > 0 || order == 0 && bound.inclusive();
  }

  private static boolean isBelow(BigDecimal number, ValueTest.Bound bound) {
    int order = bound == null ? -1 : number.compareTo((BigDecimal) bound.value());
    return order < 0 || order == 0 && bound.inclusive();
  }

  /** A test for one number as a range; other tests as they are. */
  static ValueTest asRange(ValueTest test) {
    if (test instanceof ValueTest.OneOf oneOf && oneOf.values().size() == 1) {
      BigDecimal only = (BigDecimal) oneOf.values().iterator().next();
      ValueTest.Bound bound = new ValueTest.Bound(only, true);
      return new ValueTest.Range(bound, bound);
    }
    return test;
  }

  /** Whether exactly the whole numbers from 1 on pass. */
  static boolean isAtLeastOne(ValueTest test) {
    return test instanceof ValueTest.Range range
        && range.to() == null
        && range.from() != null
        && BigDecimal.ONE.compareTo(range.from().firstWhole()) == 0;
  }
}
