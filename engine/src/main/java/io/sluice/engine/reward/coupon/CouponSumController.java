package io.sluice.engine.reward.coupon;

import static io.sluice.engine.reward.coupon.CouponTables.*;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import io.sluice.engine.workspace.Workspace;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Tells what became of the coupons of each batch. */
@RestController
class CouponSumController {
  private final DSLContext db;
  private final Clock clock;

  CouponSumController(DSLContext db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  @Operation(
      summary = "How many coupons of each batch were given, and what became of them",
      description = "Batches of which none was given are left out.")
  @GetMapping("/api/workspaces/{workspace}/coupons/summary")
  List<BatchSum> ofBatches(@PathVariable Workspace workspace) {
    Instant now = clock.instant();
    Condition ended = USED_AT.isNotNull().or(REVOKED_AT.isNotNull());
    return db.select(
            BATCH_KEY,
            count(),
            of(CLAIMED_AT.isNotNull()),
            of(USED_AT.isNotNull()),
            of(ended.not().and(EXPIRES_AT.le(val(now, EXPIRES_AT)))),
            of(REVOKED_AT.isNotNull()),
            coalesce(sum(DEDUCTION), inline(BigDecimal.ZERO)))
        .from(COUPON)
        .join(BATCH)
        .on(BATCH_WORKSPACE.eq(WORKSPACE), BATCH_ID.eq(COUPON_BATCH))
        .where(WORKSPACE.eq(workspace.id().value()))
        .groupBy(BATCH_KEY)
        .orderBy(BATCH_KEY)
        .fetch(
            row ->
                new BatchSum(
                    row.value1(),
                    row.value2(),
                    row.value3(),
                    row.value4(),
                    row.value5(),
                    row.value6(),
                    row.value7()));
  }

  private static Field<Integer> of(Condition condition) {
    return count(when(condition, inline(1)));
  }

  /**
   * What became of the coupons of a batch.
   *
   * @param given all of them, offered ones included
   * @param claimed those that somebody has or had
   * @param expired those that were not used in time
   * @param deduction what the used ones took off
   */
  record BatchSum(
      String batch,
      int given,
      int claimed,
      int used,
      int expired,
      int revoked,
      BigDecimal deduction) {}
}
