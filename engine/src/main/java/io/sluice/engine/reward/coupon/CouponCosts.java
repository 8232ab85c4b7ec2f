package io.sluice.engine.reward.coupon;

import static io.sluice.engine.reward.coupon.CouponTables.*;
import static org.jooq.impl.DSL.sum;

import io.sluice.engine.workspace.WorkspaceId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Tells what the coupons of a run cost. */
@Repository
public class CouponCosts {
  private final DSLContext db;

  CouponCosts(DSLContext db) {
    this.db = db;
  }

  /** What coupons took off orders that were not refunded, before an instant, by node. */
  public Map<String, BigDecimal> settled(WorkspaceId workspace, long run, Instant asOf) {
    return db.select(SETTLEMENT_NODE, sum(SETTLED))
        .from(SETTLEMENT)
        .where(
            SETTLEMENT_WORKSPACE.eq(workspace.value()),
            SETTLEMENT_RUN.eq(run),
            SETTLED_AT.lt(asOf),
            REVERSED_AT.isNull().or(REVERSED_AT.ge(asOf)))
        .groupBy(SETTLEMENT_NODE)
        .fetchMap(SETTLEMENT_NODE, sum(SETTLED));
  }
}
