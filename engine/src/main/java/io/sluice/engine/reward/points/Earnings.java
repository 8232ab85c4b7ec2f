package io.sluice.engine.reward.points;

import static io.sluice.engine.reward.points.PointsTables.*;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.sum;

import io.sluice.engine.event.OrderStatus;
import io.sluice.engine.event.OrdersWritten;
import io.sluice.engine.event.OrdersWritten.Order;
import io.sluice.engine.segment.SetLog;
import io.sluice.engine.storage.BulkInsert;
import io.sluice.engine.storage.ValueTable;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.node.Audience;
import io.sluice.node.SetRef;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives the points that orders earn, in the transaction that writes the orders. An order earns when
 * it is confirmed, unless its member is on the blacklist of points at that instant; a refund or a
 * correction takes back or adds the difference.
 */
@Component
class Earnings {
  private final DSLContext db;
  private final BulkInsert bulk;
  private final SetLog sets;

  Earnings(DSLContext db, BulkInsert bulk, SetLog sets) {
    this.db = db;
    this.bulk = bulk;
    this.sets = sets;
  }

  /** What orders earn on an account, if they do. */
  Optional<Earning> find(WorkspaceId workspace, PointsAccount account) {
    return Optional.ofNullable(all(workspace).get(account.id()));
  }

  private Map<Integer, Earning> all(WorkspaceId workspace) {
    return db.select(ACCOUNT_ID, EARN_POINTS, EARN_PER, EARN_FROM)
        .from(ACCOUNT)
        .where(ACCOUNT_WORKSPACE.eq(workspace.value()), EARN_POINTS.isNotNull())
        .fetchMap(ACCOUNT_ID, row -> new Earning(row.value2(), row.value3(), row.get(EARN_FROM)));
  }

  /** Says what orders earn from now on, or that they earn nothing. What was earned stays. */
  @Transactional
  void put(WorkspaceId workspace, PointsAccount account, Optional<Earning> earning) {
    db.update(ACCOUNT)
        .set(EARN_POINTS, earning.map(Earning::points).orElse(null))
        .set(EARN_PER, earning.map(Earning::per).orElse(null))
        .set(EARN_FROM, earning.map(Earning::from).orElse(null))
        .where(ACCOUNT_WORKSPACE.eq(workspace.value()), ACCOUNT_ID.eq(account.id()))
        .execute();
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void earn(OrdersWritten written) {
    all(written.workspace())
        .forEach(
            (account, earning) -> earn(written.workspace(), account, earning, written.orders()));
  }

  private void earn(WorkspaceId workspace, int account, Earning earning, List<Order> orders) {
    List<Order> confirmed =
        orders.stream().filter(order -> Earning.confirmed(order).isPresent()).toList();
    Map<Long, Earned> before = before(workspace, account, confirmed);
    Map<Instant, Audience> banned = new HashMap<>();
    Map<String, Change> changes = new HashMap<>();
    for (Order order : confirmed) {
      Earned earned = before.getOrDefault(order.id(), new Earned(0, 0));
      Instant at = Earning.confirmed(order).orElseThrow();
      boolean none =
          banned
              .computeIfAbsent(
                  at, instant -> sets.asOf(workspace, SetRef.POINTS_BLACKLIST, instant))
              .contains(order.member());
      long news = (none ? 0 : earning.of(order)) - earned.points();
      if (news != 0) {
        Instant when = order.reached().getOrDefault(OrderStatus.REFUNDED, at);
        changes.put(
            "order/%d/%d".formatted(order.id(), earned.times() + 1),
            new Change(order, news, when.isBefore(at) ? at : when));
      }
    }
    write(workspace, account, changes);
  }

  /** What an order earned so far, and by how many changes. */
  private record Earned(long points, int times) {}

  private record Change(Order order, long points, Instant at) {}

  private Map<Long, Earned> before(WorkspaceId workspace, int account, List<Order> orders) {
    Map<Long, Earned> before = new HashMap<>();
    if (orders.isEmpty()) {
      return before;
    }
    ValueTable<Long> wanted = ValueTable.ofLongs(orders.stream().map(Order::id).toList());
    db.select(CHANGE_ORDER, sum(POINTS), count())
        .from(wanted.table())
        .join(CHANGE)
        .on(
            CHANGE_WORKSPACE.eq(workspace.value()),
            CHANGE_ACCOUNT.eq(account),
            CHANGE_ORDER.eq(wanted.value()))
        .join(ENTRY)
        .on(WORKSPACE.eq(CHANGE_WORKSPACE), ENTRY_CHANGE.eq(CHANGE_ID))
        .groupBy(CHANGE_ORDER)
        .forEach(
            row ->
                before.put(
                    row.value1(),
                    new Earned(row.get(1, BigDecimal.class).longValueExact(), row.value3())));
    return before;
  }

  private void write(WorkspaceId workspace, int account, Map<String, Change> changes) {
    if (changes.isEmpty()) {
      return;
    }
    List<Object[]> rows = new ArrayList<>();
    changes.forEach(
        (cause, change) ->
            rows.add(
                new Object[] {
                  workspace.value(),
                  account,
                  change.points() > 0 ? "earned" : "taken-back",
                  cause,
                  "order " + change.order().key(),
                  change.at(),
                  change.order().id()
                }));
    bulk.insert(
        CHANGE,
        List.of(CHANGE_WORKSPACE, CHANGE_ACCOUNT, KIND, CAUSE, NOTE, CHANGE_AT, CHANGE_ORDER),
        rows);
    List<Object[]> entries = new ArrayList<>();
    ValueTable<String> causes = ValueTable.ofTexts(changes.keySet());
    db.select(CAUSE, CHANGE_ID)
        .from(causes.table())
        .join(CHANGE)
        .on(
            CHANGE_WORKSPACE.eq(workspace.value()),
            CHANGE_ACCOUNT.eq(account),
            CAUSE.eq(causes.value()))
        .forEach(
            row -> {
              Change change = changes.get(row.value1());
              entries.add(
                  new Object[] {
                    workspace.value(),
                    account,
                    change.order().member(),
                    row.value2(),
                    change.points(),
                    change.at()
                  });
            });
    bulk.insert(
        ENTRY, List.of(WORKSPACE, ENTRY_ACCOUNT, MEMBER, ENTRY_CHANGE, POINTS, AT), entries);
  }
}
