package io.sluice.engine.reward.coupon;

import static io.sluice.engine.reward.coupon.CouponTables.*;

import io.sluice.engine.storage.BulkInsert;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.node.CouponWrite;
import io.sluice.node.NodeFailure;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.PrimitiveIterator;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives coupons: each grant is written once, a row per member. */
@Repository
public class CouponLedger {
  private static final int ROWS_AT_ONCE = 20_000;
  private static final List<Field<?>> COUPON_FIELDS =
      List.of(
          WORKSPACE,
          COUPON_BATCH,
          SERIAL,
          COUPON_GRANT,
          MEMBER,
          CODE,
          STOCK_NUMBER,
          OFFERED_AT,
          CLAIMED_AT,
          EXPIRES_AT,
          HELD);

  private final DSLContext db;
  private final BulkInsert bulk;
  private final CouponBatches batches;
  private final CouponCodes codes = new CouponCodes();

  CouponLedger(DSLContext db, BulkInsert bulk, CouponBatches batches) {
    this.db = db;
    this.bulk = bulk;
    this.batches = batches;
  }

  /**
   * What gives coupons.
   *
   * @param cause at most 300 characters, unique per batch
   * @param note anything worth keeping with it, at most 1,000 characters, or null
   * @param campaign the campaign, whose money is committed, or null where it is none
   * @param run the run, or null where it is none
   * @param node the node of the run, or null
   * @param cohort the cohort of the run, or null
   */
  public record Source(
      String cause, String note, Long campaign, Long run, String node, Long cohort) {}

  /**
   * Gives a coupon to each of the members in the caller's transaction. What they cost at most is
   * committed by the caller.
   *
   * @param at when it happens
   * @return false if coupons of the same cause were given already: then nothing is done
   * @throws NodeFailure if there is no such batch, or if too few are left
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean give(WorkspaceId workspace, CouponWrite write, Instant at, Source source) {
    Batch batch =
        batches
            .locked(workspace, write.target().key())
            .orElseThrow(
                () ->
                    new NodeFailure(
                        "There is no batch of coupons '" + write.target().key() + "'; make it."));
    if (isThere(workspace, batch, source.cause())) {
      return false;
    }
    int count = write.members().size();
    if (!batch.claimed() && batch.left() < count) {
      throw new NodeFailure(
          "Of the coupons '%s' %d are left and %d were to be given; retry, and the node looks anew"
              .formatted(batch.key(), batch.left(), count));
    }
    Given given =
        new Given(
            workspace,
            batch,
            insertGrant(workspace, batch, at, source, count),
            source.campaign() == null ? BigDecimal.ZERO : batch.highestCost(),
            at,
            batches.takeSerials(workspace, batch, count),
            batch.claimed() ? 0 : batches.takeStock(workspace, batch, count));
    insert(given, write.members().stream().iterator());
    return true;
  }

  private record Given(
      WorkspaceId workspace,
      Batch batch,
      long grant,
      BigDecimal cost,
      Instant at,
      long serial,
      long stock) {}

  private void insert(Given given, PrimitiveIterator.OfInt members) {
    List<Object[]> rows = new ArrayList<>();
    for (long i = 0; members.hasNext(); i++) {
      boolean has = !given.batch().claimed();
      rows.add(
          new Object[] {
            given.workspace().value(),
            given.batch().id(),
            given.serial() + i,
            given.grant(),
            members.nextInt(),
            codes.next(),
            has ? given.stock() + i : null,
            given.at(),
            has ? given.at() : null,
            expiry(given.batch(), given.at()),
            has && given.cost().signum() > 0 ? given.cost() : null
          });
      if (rows.size() == ROWS_AT_ONCE || !members.hasNext()) {
        bulk.insert(COUPON, COUPON_FIELDS, rows);
        rows.clear();
      }
    }
  }

  private static Instant expiry(Batch batch, Instant at) {
    return (batch.claimed() ? batch.terms().validUntil() : batch.terms().expiry(at)).orElse(null);
  }

  private boolean isThere(WorkspaceId workspace, Batch batch, String cause) {
    return db.fetchExists(
        db.selectOne()
            .from(GRANT)
            .where(
                GRANT_WORKSPACE.eq(workspace.value()),
                GRANT_BATCH.eq(batch.id()),
                CAUSE.eq(cause)));
  }

  private long insertGrant(
      WorkspaceId workspace, Batch batch, Instant at, Source source, int count) {
    boolean paid = source.campaign() != null && batch.highestCost().signum() > 0;
    BigDecimal pool =
        paid && batch.claimed()
            ? batch.highestCost().multiply(BigDecimal.valueOf(Math.min(count, batch.left())))
            : BigDecimal.ZERO;
    return db.insertInto(GRANT)
        .set(GRANT_WORKSPACE, workspace.value())
        .set(GRANT_BATCH, batch.id())
        .set(CAUSE, source.cause())
        .set(NOTE, source.note())
        .set(CAMPAIGN, source.campaign())
        .set(POOL, pool)
        .set(LOOK_AT, paid ? expiry(batch, at) : null)
        .set(RUN, source.run())
        .set(NODE, source.node())
        .set(COHORT, source.cohort())
        .set(GRANT_AT, at)
        .returningResult(GRANT_ID)
        .fetchSingle()
        .value1();
  }
}
