package io.sluice.engine.reward.coupon;

import static io.sluice.engine.reward.coupon.CouponTables.*;

import io.sluice.engine.money.Budgets;
import io.sluice.engine.storage.BulkInsert;
import io.sluice.engine.storage.ValueTable;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.WorkspaceId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * What becomes of the money that is held for coupons when people claim and use them, in the
 * transaction in which they do. Everybody holds the lock of the batch.
 */
@Component
class CouponMoney {
  private static final List<Field<?>> SETTLEMENT_FIELDS =
      List.of(
          SETTLEMENT_WORKSPACE,
          SETTLEMENT_BATCH,
          SETTLEMENT_SERIAL,
          SETTLEMENT_CAMPAIGN,
          SETTLEMENT_RUN,
          SETTLEMENT_NODE,
          SETTLEMENT_ORDER,
          SETTLED,
          SETTLED_AT);

  private final DSLContext db;
  private final BulkInsert bulk;
  private final Budgets budgets;
  private final RefundedOrders refunds;

  CouponMoney(DSLContext db, BulkInsert bulk, Budgets budgets, RefundedOrders refunds) {
    this.db = db;
    this.bulk = bulk;
    this.budgets = budgets;
    this.refunds = refunds;
  }

  /** The campaign that gave a coupon, with the money that waits for those who claim. */
  private record Payer(long grant, long campaign, long run, BigDecimal pool) {}

  /**
   * A coupon is claimed: money of its grant is held for it from now on.
   *
   * @param expiresAt when it comes free again, or null
   * @throws Problem 409 if the campaign has no money left for it
   */
  void claimed(WorkspaceId workspace, Batch batch, long serial, Instant expiresAt) {
    BigDecimal cost = batch.highestCost();
    Optional<Payer> payer = payer(workspace, batch, serial);
    if (payer.isEmpty() || cost.signum() == 0) {
      return;
    }
    BigDecimal ready = cost.min(payer.get().pool());
    String cause = cause("claim", batch, serial);
    if (ready.compareTo(cost) < 0
        && !budgets.commit(
            workspace, payer.get().campaign(), payer.get().run(), cause, cost.subtract(ready))) {
      throw new Problem(
          HttpStatus.CONFLICT, "out-of-budget", "There are no more of these coupons.");
    }
    db.update(GRANT)
        .set(POOL, payer.get().pool().subtract(ready))
        .where(isGrant(workspace, payer.get().grant()))
        .execute();
    if (expiresAt != null) {
      db.update(GRANT)
          .set(LOOK_AT, expiresAt)
          .where(
              isGrant(workspace, payer.get().grant()), LOOK_AT.isNull().or(LOOK_AT.gt(expiresAt)))
          .execute();
    }
    hold(workspace, batch, serial, cost);
  }

  /**
   * A coupon that is used.
   *
   * @param order the key of the order
   * @param deduction what it takes off
   */
  record Used(Batch batch, long serial, String order, BigDecimal deduction, Instant at) {}

  /**
   * Coupons are used: what they take off is settled, and the rest of what was held comes back. Of
   * an order that is refunded already it comes back too.
   */
  void used(WorkspaceId workspace, List<Used> used) {
    Map<Spender, List<Settlement>> settled = new TreeMap<>();
    for (Map.Entry<Batch, List<Used>> one :
        used.stream().collect(Collectors.groupingBy(Used::batch)).entrySet()) {
      settlements(workspace, one.getKey(), one.getValue())
          .forEach(
              (spender, more) ->
                  settled.computeIfAbsent(spender, key -> new ArrayList<>()).addAll(more));
    }
    settled.forEach((spender, all) -> settle(workspace, spender, all));
    if (!settled.isEmpty()) {
      refunds.reverse(workspace, used.stream().map(Used::order).toList());
    }
  }

  /** Whose money it is; sorted, so that nobody waits in a circle for budgets. */
  private record Spender(long campaign, long run) implements Comparable<Spender> {
    @Override
    public int compareTo(Spender other) {
      return Comparator.comparingLong(Spender::campaign)
          .thenComparingLong(Spender::run)
          .compare(this, other);
    }
  }

  private record Settlement(Used used, String node, BigDecimal held) {}

  private Map<Spender, List<Settlement>> settlements(
      WorkspaceId workspace, Batch batch, List<Used> used) {
    Map<Long, Used> bySerial = used.stream().collect(Collectors.toMap(Used::serial, one -> one));
    ValueTable<Long> serials = ValueTable.ofLongs(bySerial.keySet());
    Map<Spender, List<Settlement>> settlements = new HashMap<>();
    db.select(SERIAL, CAMPAIGN, RUN, NODE, HELD)
        .from(serials.table())
        .join(COUPON)
        .on(
            WORKSPACE.eq(workspace.value()),
            COUPON_BATCH.eq(batch.id()),
            SERIAL.eq(serials.value()))
        .join(GRANT)
        .on(GRANT_WORKSPACE.eq(WORKSPACE), GRANT_ID.eq(COUPON_GRANT))
        .where(CAMPAIGN.isNotNull())
        .orderBy(SERIAL)
        .forEach(
            row ->
                settlements
                    .computeIfAbsent(
                        new Spender(row.value2(), row.value3()), key -> new ArrayList<>())
                    .add(
                        new Settlement(
                            bySerial.get(row.value1()),
                            row.value4(),
                            Optional.ofNullable(row.value5()).orElse(BigDecimal.ZERO))));
    return settlements;
  }

  private void settle(WorkspaceId workspace, Spender spender, List<Settlement> all) {
    Used first = all.get(0).used();
    budgets.settle(
        workspace,
        spender.campaign(),
        spender.run(),
        // A coupon is used once, so its number tells the settlement that it came first in.
        cause("use", first.batch(), first.serial()),
        all.stream().map(Settlement::held).reduce(BigDecimal.ZERO, BigDecimal::add),
        all.stream().map(one -> one.used().deduction()).reduce(BigDecimal.ZERO, BigDecimal::add));
    List<Object[]> rows = new ArrayList<>();
    for (Settlement one : all) {
      rows.add(
          new Object[] {
            workspace.value(),
            one.used().batch().id(),
            one.used().serial(),
            spender.campaign(),
            spender.run(),
            one.node(),
            one.used().order(),
            one.used().deduction(),
            one.used().at()
          });
      if (one.held().signum() > 0) {
        hold(workspace, one.used().batch(), one.used().serial(), null);
      }
    }
    bulk.insert(SETTLEMENT, SETTLEMENT_FIELDS, rows);
  }

  /** A coupon is revoked: what was held for it comes back. */
  void revoked(WorkspaceId workspace, Batch batch, long serial) {
    BigDecimal held = held(workspace, batch, serial);
    if (held.signum() > 0) {
      Payer payer = payer(workspace, batch, serial).orElseThrow();
      budgets.giveBack(
          workspace, payer.campaign(), payer.run(), cause("revoke", batch, serial), held);
      hold(workspace, batch, serial, null);
    }
  }

  private Optional<Payer> payer(WorkspaceId workspace, Batch batch, long serial) {
    return db.select(GRANT_ID, CAMPAIGN, RUN, POOL)
        .from(COUPON)
        .join(GRANT)
        .on(GRANT_WORKSPACE.eq(WORKSPACE), GRANT_ID.eq(COUPON_GRANT))
        .where(isCoupon(workspace, batch, serial), CAMPAIGN.isNotNull())
        .fetchOptional(
            row -> new Payer(row.get(GRANT_ID), row.get(CAMPAIGN), row.get(RUN), row.get(POOL)));
  }

  private BigDecimal held(WorkspaceId workspace, Batch batch, long serial) {
    return db.select(DSL.coalesce(HELD, DSL.inline(BigDecimal.ZERO)))
        .from(COUPON)
        .where(isCoupon(workspace, batch, serial))
        .fetchSingle()
        .value1();
  }

  private void hold(WorkspaceId workspace, Batch batch, long serial, BigDecimal amount) {
    db.update(COUPON).set(HELD, amount).where(isCoupon(workspace, batch, serial)).execute();
  }

  private static Condition isCoupon(WorkspaceId workspace, Batch batch, long serial) {
    return WORKSPACE.eq(workspace.value()).and(COUPON_BATCH.eq(batch.id())).and(SERIAL.eq(serial));
  }

  private static Condition isGrant(WorkspaceId workspace, long grant) {
    return GRANT_WORKSPACE.eq(workspace.value()).and(GRANT_ID.eq(grant));
  }

  private static String cause(String kind, Batch batch, long serial) {
    return "%s/%d/%d".formatted(kind, batch.id(), serial);
  }
}
