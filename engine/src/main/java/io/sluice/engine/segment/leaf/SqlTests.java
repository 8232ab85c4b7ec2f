package io.sluice.engine.segment.leaf;

import io.sluice.engine.segment.rule.ValueTest;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Tests of values as SQL conditions with bind values. */
final class SqlTests {
  private SqlTests() {}

  /** Whether a column passes the test. */
  static Condition passes(Field<?> column, ValueTest original) {
    // A column of whole numbers is compared with whole numbers, so that no row is converted.
    ValueTest test =
        column.getType() == Integer.class
            ? WholeNumbers.of(original, Integer.MAX_VALUE)
            : column.getType() == Long.class ? WholeNumbers.of(original, Long.MAX_VALUE) : original;
    Field<Object> value = comparable(column);
    if (test instanceof ValueTest.IsSet) {
      return column.isNotNull();
    }
    if (test instanceof ValueTest.OneOf oneOf) {
      return value.in(oneOf.values());
    }
    if (test instanceof ValueTest.Range range) {
      return range(value, range);
    }
    if (test instanceof ValueTest.Contains contains) {
      return column.cast(String.class).contains(contains.text());
    }
    if (test instanceof ValueTest.StartsWith starts) {
      return column.cast(String.class).startsWith(starts.text());
    }
    throw new IllegalArgumentException(test + " is no test of one value");
  }

  private static Condition range(Field<Object> value, ValueTest.Range range) {
    Condition condition = DSL.noCondition();
    if (range.from() != null) {
      Object from = range.from().value();
      condition = condition.and(range.from().inclusive() ? value.ge(from) : value.gt(from));
    }
    if (range.to() != null) {
      Object to = range.to().value();
      condition = condition.and(range.to().inclusive() ? value.le(to) : value.lt(to));
    }
    return condition;
  }

  @SuppressWarnings("unchecked")
  private static Field<Object> comparable(Field<?> column) {
    return (Field<Object>) column;
  }
}
