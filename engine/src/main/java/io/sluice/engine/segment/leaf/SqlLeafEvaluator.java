package io.sluice.engine.segment.leaf;

import static org.jooq.impl.DSL.select;

import io.sluice.engine.member.AttributeTable;
import io.sluice.engine.member.MemberTables;
import io.sluice.engine.segment.rule.EventFilter;
import io.sluice.engine.segment.rule.FactFilter;
import io.sluice.engine.segment.rule.OrderFilter;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.engine.workspace.Workspaces;
import io.sluice.node.Audience;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Answers leaves by SQL. It defines what is right. */
@Component
class SqlLeafEvaluator implements LeafEvaluator {
  private final AudienceFetch fetch;
  private final Workspaces workspaces;

  SqlLeafEvaluator(AudienceFetch fetch, Workspaces workspaces) {
    this.fetch = fetch;
    this.workspaces = workspaces;
  }

  @Override
  public Audience evaluate(WorkspaceId workspace, Leaf leaf) {
    Workspaces.Size size = workspaces.size(workspace);
    long rows = leaf instanceof Leaf.Happened one ? rows(one.filter(), size) : size.members();
    return fetch.fetch(query(workspace, leaf), rows, size.members());
  }

  private static long rows(FactFilter filter, Workspaces.Size size) {
    return filter instanceof OrderFilter ? size.orders() : size.events();
  }

  static Select<Record1<Integer>> query(WorkspaceId workspace, Leaf leaf) {
    if (leaf instanceof Leaf.Everybody everybody) {
      return members(
          workspace,
          MemberTables.REGISTERED_AT
              .le(everybody.registeredUntil())
              .and(MemberTables.ERASED_AT.isNull()));
    }
    if (leaf instanceof Leaf.Profile profile) {
      return members(
          workspace, SqlTests.passes(MemberTables.column(profile.field()), profile.test()));
    }
    if (leaf instanceof Leaf.Keys keys) {
      return members(workspace, MemberTables.KEY.in(keys.keys()));
    }
    if (leaf instanceof Leaf.Custom custom) {
      return SqlAttributes.query(workspace, custom);
    }
    if (leaf instanceof Leaf.DaysOfYear days) {
      return days.attribute()
          .map(
              attribute -> {
                AttributeTable values = AttributeTable.of(attribute.type());
                return SqlAttributes.values(workspace, attribute, onDays(values.monthDay(), days));
              })
          .orElseGet(() -> members(workspace, onDays(MemberTables.BIRTH_DAY, days)));
    }
    if (leaf instanceof Leaf.Consent consent) {
      return consent(workspace, consent);
    }
    if (leaf instanceof Leaf.Happened happened) {
      return happened.filter() instanceof OrderFilter orders
          ? SqlOrders.happened(workspace, orders, happened.span())
          : SqlEvents.happened(workspace, (EventFilter) happened.filter(), happened.span());
    }
    Leaf.FactNumber number = (Leaf.FactNumber) leaf;
    return number.filter() instanceof OrderFilter orders
        ? SqlOrders.number(workspace, number, orders)
        : SqlEvents.number(workspace, number, (EventFilter) number.filter());
  }

  private static SelectConditionStep<Record1<Integer>> members(
      WorkspaceId workspace, Condition condition) {
    return select(MemberTables.ID)
        .from(MemberTables.MEMBER)
        .where(MemberTables.WORKSPACE.eq(workspace.value()), condition);
  }

  private static Condition onDays(Field<Integer> monthDay, Leaf.DaysOfYear days) {
    return DSL.or(
        days.days().stream().map(range -> monthDay.between(range.from(), range.to())).toList());
  }

  private static Select<Record1<Integer>> consent(WorkspaceId workspace, Leaf.Consent consent) {
    return select(MemberTables.CONSENT_MEMBER)
        .from(MemberTables.CONSENT)
        .where(
            MemberTables.CONSENT_WORKSPACE.eq(workspace.value()),
            MemberTables.CHANNEL.eq(consent.channel()),
            MemberTables.GRANTED.isTrue(),
            MemberTables.CONSENT_AT.le(consent.at()),
            MemberTables.SUPERSEDED_AT.isNull().or(MemberTables.SUPERSEDED_AT.gt(consent.at())));
  }
}
