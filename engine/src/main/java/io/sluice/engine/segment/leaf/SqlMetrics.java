package io.sluice.engine.segment.leaf;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.sum;

import io.sluice.engine.segment.rule.FactMetric;
import io.sluice.engine.segment.rule.ValueTest;
import java.math.BigDecimal;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Metrics over groups of orders or events. */
final class SqlMetrics {
  private SqlMetrics() {}

  /** Whether the metric over the rows of a group passes the test. */
  static Condition passes(
      FactMetric metric, ValueTest test, Field<? extends Number> items, Field<BigDecimal> amount) {
    return switch (metric) {
      case COUNT -> SqlTests.passes(count().cast(Long.class), test);
      case ITEMS -> SqlTests.passes(sum(items), test);
      case SUM -> SqlTests.passes(sum(amount), test);
      case LARGEST -> SqlTests.passes(max(amount), test);
      case SMALLEST -> SqlTests.passes(min(amount), test);
      case AVERAGE -> average(sum(amount), test);
      case FIRST, LAST, DAYS_SINCE_FIRST, DAYS_SINCE_LAST ->
          throw new IllegalArgumentException(metric + " is no number of a leaf");
    };
  }

  /** sum / count compared as sum with count * value: exact, where a quotient may not be. */
  private static Condition average(Field<BigDecimal> sum, ValueTest test) {
    if (test instanceof ValueTest.OneOf oneOf) {
      return DSL.or(oneOf.values().stream().map(value -> sum.eq(times(value))).toList());
    }
    ValueTest.Range range = (ValueTest.Range) test;
    Condition condition = DSL.noCondition();
    if (range.from() != null) {
      Field<BigDecimal> from = times(range.from().value());
      condition = condition.and(range.from().inclusive() ? sum.ge(from) : sum.gt(from));
    }
    if (range.to() != null) {
      Field<BigDecimal> to = times(range.to().value());
      condition = condition.and(range.to().inclusive() ? sum.le(to) : sum.lt(to));
    }
    return condition;
  }

  private static Field<BigDecimal> times(Object value) {
    return DSL.val((BigDecimal) value).mul(count());
  }
}
