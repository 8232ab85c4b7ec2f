package io.sluice.engine.segment.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;

/**
 * What a value must be like. Values are {@link String}, {@link java.math.BigDecimal} without
 * trailing zeros, {@link java.time.LocalDate}, {@link java.time.Instant} or {@link Boolean}. A
 * missing value passes no test.
 */
public sealed interface ValueTest {
  /** There is a value. */
  record IsSet() implements ValueTest {}

  /** The value is one of these; of several values, at least one is. */
  record OneOf(Set<Object> values) implements ValueTest {
    /** Copies the set. */
    public OneOf {
      values = Set.copyOf(values);
    }
  }

  /** Of several values, all of these are there. */
  record AllOf(Set<Object> values) implements ValueTest {
    /** Copies the set. */
    public AllOf {
      values = Set.copyOf(values);
    }
  }

  /** The value lies between bounds; a bound may be missing. */
  record Range(Bound from, Bound to) implements ValueTest {}

  /** One end of a range. */
  record Bound(Comparable<?> value, boolean inclusive) {
    /** The first whole number within this lower bound of numbers. */
    public BigDecimal firstWhole() {
      BigDecimal number = (BigDecimal) value;
      BigDecimal whole = number.setScale(0, RoundingMode.CEILING);
      return !inclusive && whole.compareTo(number) == 0 ? whole.add(BigDecimal.ONE) : whole;
    }

    /** The last whole number within this upper bound of numbers. */
    public BigDecimal lastWhole() {
      BigDecimal number = (BigDecimal) value;
      BigDecimal whole = number.setScale(0, RoundingMode.FLOOR);
      return !inclusive && whole.compareTo(number) == 0 ? whole.subtract(BigDecimal.ONE) : whole;
    }
  }

  /** The text contains this one; case matters. */
  record Contains(String text) implements ValueTest {}

  /** The text starts with this one; case matters. */
  record StartsWith(String text) implements ValueTest {}

  /**
   * The date or instant lies so many days back, counted from when the rule is read; negative days
   * lie ahead. Of instants, a day is 24 hours.
   *
   * @param atLeast the fewest days, or null
   * @param lessThan fewer days than that, or null
   */
  record DaysAgo(Integer atLeast, Integer lessThan) implements ValueTest {}
}
