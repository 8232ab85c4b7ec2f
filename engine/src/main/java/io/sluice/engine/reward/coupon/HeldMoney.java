package io.sluice.engine.reward.coupon;

import static io.sluice.engine.reward.coupon.CouponTables.*;

import io.sluice.engine.money.Budgets;
import io.sluice.engine.workspace.WorkspaceId;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives back what is held for coupons that expired, and for offers that nobody can claim more. */
@Component
class HeldMoney {
  private static final int GRANTS_AT_ONCE = 100;

  private final DSLContext db;
  private final CouponBatches batches;
  private final Budgets budgets;
  private final TransactionTemplate transaction;
  private final Clock clock;

  HeldMoney(
      DSLContext db,
      CouponBatches batches,
      Budgets budgets,
      TransactionTemplate transaction,
      Clock clock) {
    this.db = db;
    this.batches = batches;
    this.budgets = budgets;
    this.transaction = transaction;
    this.clock = clock;
  }

  private record Due(WorkspaceId workspace, long grant, String batch) {}

  private record Grant(long campaign, long run, BigDecimal pool) {}

  @Scheduled(fixedDelayString = "${sluice.coupons.sweep:PT1M}")
  void giveBackExpired() {
    Instant now = clock.instant();
    List<Due> due =
        db.select(GRANT_WORKSPACE, GRANT_ID, BATCH_KEY)
            .from(GRANT)
            .join(BATCH)
            .on(BATCH_WORKSPACE.eq(GRANT_WORKSPACE), BATCH_ID.eq(GRANT_BATCH))
            .where(LOOK_AT.le(now))
            .orderBy(LOOK_AT)
            .limit(GRANTS_AT_ONCE)
            .fetch(row -> new Due(new WorkspaceId(row.value1()), row.value2(), row.value3()));
    due.forEach(one -> transaction.executeWithoutResult(status -> giveBack(one, now)));
  }

  private void giveBack(Due due, Instant now) {
    Batch batch = batches.locked(due.workspace(), due.batch()).orElseThrow();
    Optional<Grant> found =
        db.select(CAMPAIGN, RUN, POOL)
            .from(GRANT)
            .where(isGrant(due), LOOK_AT.le(now))
            .fetchOptional(row -> new Grant(row.get(CAMPAIGN), row.get(RUN), row.get(POOL)));
    if (found.isEmpty()) {
      return;
    }
    Condition expired = held(due).and(EXPIRES_AT.le(now));
    BigDecimal free =
        db.select(DSL.coalesce(DSL.sum(HELD), DSL.inline(BigDecimal.ZERO)))
            .from(COUPON)
            .where(expired)
            .fetchSingle()
            .value1();
    db.update(COUPON).set(HELD, (BigDecimal) null).where(expired).execute();
    boolean over = batch.terms().isOver(now);
    if (over) {
      free = free.add(found.get().pool());
    }
    if (free.signum() > 0) {
      // Once per look: all that it frees is marked as free in the same transaction.
      String cause = "expired/%d/%d".formatted(due.grant(), now.toEpochMilli());
      budgets.giveBack(due.workspace(), found.get().campaign(), found.get().run(), cause, free);
    }
    db.update(GRANT)
        .set(POOL, over ? BigDecimal.ZERO : found.get().pool())
        .set(LOOK_AT, nextLook(due, batch, over))
        .where(isGrant(due))
        .execute();
  }

  private Instant nextLook(Due due, Batch batch, boolean over) {
    Instant coupon =
        db.select(DSL.min(EXPIRES_AT)).from(COUPON).where(held(due)).fetchSingle().value1();
    Instant offers = over ? null : batch.terms().validUntil().orElse(null);
    return coupon == null || offers != null && offers.isBefore(coupon) ? offers : coupon;
  }

  private static Condition held(Due due) {
    return WORKSPACE
        .eq(due.workspace().value())
        .and(COUPON_GRANT.eq(due.grant()))
        .and(HELD.isNotNull());
  }

  private static Condition isGrant(Due due) {
    return GRANT_WORKSPACE.eq(due.workspace().value()).and(GRANT_ID.eq(due.grant()));
  }
}
