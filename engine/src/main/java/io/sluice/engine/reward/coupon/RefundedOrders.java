package io.sluice.engine.reward.coupon;

import static io.sluice.engine.reward.coupon.CouponTables.*;

import io.sluice.engine.event.OrderStatus;
import io.sluice.engine.event.OrderTables;
import io.sluice.engine.event.OrdersWritten;
import io.sluice.engine.money.Budgets;
import io.sluice.engine.storage.ValueTable;
import io.sluice.engine.workspace.WorkspaceId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes back what coupons cost whose orders are refunded, in the transaction that writes them. */
@Component
class RefundedOrders {
  private static final Field<Instant> REFUNDED = OrderTables.reachedAt(OrderStatus.REFUNDED);

  private final DSLContext db;
  private final Budgets budgets;

  RefundedOrders(DSLContext db, Budgets budgets) {
    this.db = db;
    this.budgets = budgets;
  }

  private record Settlement(
      int batch, long serial, long campaign, long run, BigDecimal amount, Instant refundedAt) {}

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void reverse(OrdersWritten written) {
    List<String> refunded =
        written.orders().stream()
            .filter(order -> order.reached().containsKey(OrderStatus.REFUNDED))
            .map(OrdersWritten.Order::key)
            .toList();
    if (!refunded.isEmpty()) {
      reverse(written.workspace(), refunded);
    }
  }

  /** Takes back what coupons cost that were used with those of the orders that are refunded. */
  void reverse(WorkspaceId workspace, Collection<String> orders) {
    settled(workspace, ValueTable.ofTexts(Set.copyOf(orders)))
        .forEach(one -> reverse(workspace, one));
  }

  /** In one order, so that nobody waits in a circle for budgets. */
  private List<Settlement> settled(WorkspaceId workspace, ValueTable<String> orders) {
    return db.select(
            SETTLEMENT_BATCH,
            SETTLEMENT_SERIAL,
            SETTLEMENT_CAMPAIGN,
            SETTLEMENT_RUN,
            SETTLED,
            REFUNDED)
        .from(orders.table())
        .join(SETTLEMENT)
        .on(
            SETTLEMENT_WORKSPACE.eq(workspace.value()),
            SETTLEMENT_ORDER.eq(orders.value()),
            REVERSED_AT.isNull())
        .join(OrderTables.ORDERS)
        .on(
            OrderTables.WORKSPACE.eq(workspace.value()),
            OrderTables.KEY.eq(SETTLEMENT_ORDER),
            REFUNDED.isNotNull())
        .orderBy(SETTLEMENT_CAMPAIGN, SETTLEMENT_BATCH, SETTLEMENT_SERIAL)
        .fetch(
            row ->
                new Settlement(
                    row.value1(),
                    row.value2(),
                    row.value3(),
                    row.value4(),
                    row.value5(),
                    row.value6()));
  }

  private void reverse(WorkspaceId workspace, Settlement settled) {
    budgets.reverse(
        workspace,
        settled.campaign(),
        settled.run(),
        "refund/%d/%d".formatted(settled.batch(), settled.serial()),
        settled.amount());
    db.update(SETTLEMENT)
        .set(REVERSED_AT, settled.refundedAt())
        .where(
            SETTLEMENT_WORKSPACE.eq(workspace.value()),
            SETTLEMENT_BATCH.eq(settled.batch()),
            SETTLEMENT_SERIAL.eq(settled.serial()))
        .execute();
  }
}
