package io.sluice.engine.segment.leaf;

import static io.sluice.engine.event.OrderTables.*;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;

import io.sluice.engine.segment.rule.OrderFilter;
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
  static Select<Record1<Integer>> happened(
      WorkspaceId workspace, OrderFilter filter, Window.Span span) {
    Condition matches = matches(workspace, filter, span);
    return select(MEMBER)
        .from(ORDERS)
        .where(
            filter.byLine()
                ? matches.and(DSL.exists(selectOne().from(LINE).where(lines(workspace, filter))))
                : matches);
  }

  static Select<Record1<Integer>> number(
      WorkspaceId workspace, Leaf.FactNumber leaf, OrderFilter filter) {
    Condition matches = matches(workspace, filter, leaf.span());
    if (!filter.byLine()) {
      return select(MEMBER)
          .from(ORDERS)
          .where(matches)
          .groupBy(MEMBER)
          .having(SqlMetrics.passes(leaf.metric(), leaf.test(), ITEMS, AMOUNT));
    }
    Field<BigDecimal> items = field(name("matching", "items"), BigDecimal.class);
    Field<BigDecimal> amount = field(name("matching", "amount"), BigDecimal.class);
    Field<Integer> member = field(name("matching", "member_id"), Integer.class);
    TableLike<?> matching =
        select(MEMBER.as("member_id"), sum(LINE_ITEMS).as("items"), sum(LINE_AMOUNT).as("amount"))
            .from(ORDERS)
            .join(LINE)
            .on(lines(workspace, filter))
            .where(matches)
            .groupBy(ID, MEMBER);
    return select(member)
        .from(matching.asTable("matching"))
        .groupBy(member)
        .having(SqlMetrics.passes(leaf.metric(), leaf.test(), items, amount));
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
}
