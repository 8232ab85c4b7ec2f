package io.sluice.engine.segment.leaf;

import static io.sluice.engine.event.EventTables.*;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import io.sluice.engine.segment.rule.EventFilter;
import io.sluice.engine.segment.rule.Window;
import io.sluice.engine.workspace.WorkspaceId;
import org.jooq.Condition;
import org.jooq.Record1;
import org.jooq.Select;

/** Queries on events. */
final class SqlEvents {
  private SqlEvents() {}

  /** One row per matching event, as with orders. */
  static Select<Record1<Integer>> happened(
      WorkspaceId workspace, EventFilter filter, Window.Span span) {
    Condition matches = matches(workspace, filter, span);
    return select(MEMBER)
        .from(EVENT)
        .where(
            filter
                .measured()
                .map(name -> matches.and(exists(property(workspace, name, measurable()))))
                .orElse(matches));
  }

  static Select<Record1<Integer>> number(
      WorkspaceId workspace, Leaf.FactNumber leaf, EventFilter filter) {
    Condition matches = matches(workspace, filter, leaf.span());
    if (filter.measured().isEmpty()) {
      return select(MEMBER)
          .from(EVENT)
          .where(matches)
          .groupBy(MEMBER)
          .having(SqlMetrics.passes(leaf.metric(), leaf.test(), inline(1), NUMBER_VALUE));
    }
    return select(MEMBER)
        .from(EVENT)
        .join(PROPERTY)
        .on(ofEvent(workspace, filter.measured().get()), measurable())
        .where(matches)
        .groupBy(MEMBER)
        .having(SqlMetrics.passes(leaf.metric(), leaf.test(), inline(1), NUMBER_VALUE));
  }

  private static Condition matches(WorkspaceId workspace, EventFilter filter, Window.Span span) {
    Condition condition =
        WORKSPACE.eq(workspace.value()).and(TYPE.in(filter.types())).and(AT.lt(span.to()));
    if (span.from() != null) {
      condition = condition.and(AT.ge(span.from()));
    }
    if (!filter.products().isEmpty()) {
      condition = condition.and(PRODUCT.in(filter.products()));
    }
    if (!filter.categories().isEmpty()) {
      condition = condition.and(CATEGORY.in(filter.categories()));
    }
    for (EventFilter.Property wanted : filter.properties()) {
      Select<?> found =
          property(
              workspace,
              wanted.name(),
              SqlTests.passes(wanted.number() ? NUMBER_VALUE : TEXT_VALUE, wanted.test()));
      condition = condition.and(wanted.negated() ? notExists(found) : exists(found));
    }
    return condition;
  }

  private static Select<?> property(WorkspaceId workspace, String name, Condition condition) {
    return selectOne().from(PROPERTY).where(ofEvent(workspace, name), condition);
  }

  private static Condition ofEvent(WorkspaceId workspace, String name) {
    return PROPERTY_WORKSPACE
        .eq(workspace.value())
        .and(PROPERTY_EVENT.eq(ID))
        .and(PROPERTY_NAME.eq(name));
  }

  private static Condition measurable() {
    return NUMBER_VALUE.isNotNull();
  }
}
