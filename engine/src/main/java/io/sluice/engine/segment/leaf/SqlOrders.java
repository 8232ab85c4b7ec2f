package io.sluice.engine.segment.leaf;

import static io.sluice.engine.event.OrderTables.*;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;

import io.sluice.engine.segment.rule.OrderFilter;
import io.sluice.engine.segment.rule.OrderMetric;
import io.sluice.engine.segment.rule.ValueTest;
import io.sluice.engine.segment.rule.Window;
import io.sluice.engine.workspace.WorkspaceId;
import java.math.BigDecimal;
import java.time.Instant;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.TableLike;
import org.jooq.impl.DSL;

/** Queries on orders. */
final class SqlOrders {
  private SqlOrders() {}

  /** One row per matching order: duplicates cost less to send than to sort out here. */
  static Select<Record1<Integer>> ordered(WorkspaceId workspace, Leaf.Ordered leaf) {
    Condition matches = matches(workspace, leaf.filter(), leaf.span());
    return select(MEMBER)
        .from(ORDERS)
        .where(
            leaf.filter().byLine()
                ? matches.and(
                    DSL.exists(selectOne().from(LINE).where(lines(workspace, leaf.filter()))))
                : matches);
  }

  static Select<Record1<Integer>> number(WorkspaceId workspace, Leaf.OrderNumber leaf) {
    Condition matches = matches(workspace, leaf.filter(), leaf.span());
    if (!leaf.filter().byLine()) {
      return select(MEMBER)
          .from(ORDERS)
          .where(matches)
          .groupBy(MEMBER)
          .having(passes(leaf.metric(), leaf.test(), ITEMS, AMOUNT));
    }
    Field<BigDecimal> items = field(name("matching", "items"), BigDecimal.class);
    Field<BigDecimal> amount = field(name("matching", "amount"), BigDecimal.class);
    Field<Integer> member = field(name("matching", "member_id"), Integer.class);
    TableLike<?> matching =
        select(MEMBER.as("member_id"), sum(LINE_ITEMS).as("items"), sum(LINE_AMOUNT).as("amount"))
            .from(ORDERS)
            .join(LINE)
            .on(lines(workspace, leaf.filter()))
            .where(matches)
            .groupBy(ID, MEMBER);
    return select(member)
        .from(matching.asTable("matching"))
        .groupBy(member)
        .having(passes(leaf.metric(), leaf.test(), items, amount));
  }

  private static Condition matches(WorkspaceId workspace, OrderFilter filter, Window.Span span) {
    Field<Instant> at = reachedAt(filter.status());
    Condition condition = WORKSPACE.eq(workspace.value()).and(at.lt(span.to()));
    if (span.from() != null) {
      condition = condition.and(at.ge(span.from()));
    }
    return filter.presale().map(PRESALE::eq).map(condition::and).orElse(condition);
  }

  private static Condition lines(WorkspaceId workspace, OrderFilter filter) {
    Condition condition = LINE_WORKSPACE.eq(workspace.value()).and(LINE_ORDER.eq(ID));
    if (!filter.products().isEmpty()) {
      condition = condition.and(PRODUCT.in(filter.products()));
    }
    if (!filter.categories().isEmpty()) {
      condition = condition.and(CATEGORY.in(filter.categories()));
    }
    return condition;
  }

  private static Condition passes(
      OrderMetric metric, ValueTest test, Field<? extends Number> items, Field<BigDecimal> amount) {
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
