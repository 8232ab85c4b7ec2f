package io.sluice.engine.segment;

import io.sluice.engine.segment.rule.ValueTest;
import java.math.BigDecimal;
import java.util.List;

/** Tests of numbers, applied. */
final class Numbers {
  private Numbers() {}

  /** Whether a number passes a test. */
  static boolean passes(BigDecimal number, ValueTest test) {
    return KnownValues.pass(List.of(number), test);
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
