package io.sluice.engine.reward.coupon;

import static io.sluice.engine.reward.coupon.CouponTables.*;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.select;

import io.sluice.engine.segment.RewardFacts.CouponSource;
import io.sluice.engine.segment.RewardFacts.CouponStanding;
import io.sluice.engine.segment.RunPast;
import io.sluice.engine.segment.leaf.AudienceFetch;
import io.sluice.engine.segment.rule.CouponFact;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.engine.workspace.Workspaces;
import io.sluice.node.Audience;
import io.sluice.node.CouponKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Record3;
import org.jooq.Select;
import org.springframework.stereotype.Component;

/** Sorts members by their coupons. */
@Component
public class CouponHolders {
  private static final int ROWS_AT_ONCE = 10_000;

  private final DSLContext db;
  private final AudienceFetch fetch;
  private final Workspaces workspaces;
  private final CouponBatches batches;
  private final Clock clock;

  CouponHolders(
      DSLContext db,
      AudienceFetch fetch,
      Workspaces workspaces,
      CouponBatches batches,
      Clock clock) {
    this.db = db;
    this.fetch = fetch;
    this.workspaces = workspaces;
    this.batches = batches;
    this.clock = clock;
  }

  /** Of whose coupons of a batch something is so at an instant, and was so many days before. */
  public Audience with(
      WorkspaceId workspace, String batch, CouponFact fact, int forDays, Instant at) {
    return batches
        .find(workspace, batch)
        .map(
            known ->
                fetch(
                    workspace,
                    select(MEMBER)
                        .from(COUPON)
                        .where(
                            WORKSPACE.eq(workspace.value()),
                            COUPON_BATCH.eq(known.id()),
                            isSo(fact, at, at.minus(Duration.ofDays(forDays))))))
        .orElse(Audience.empty());
  }

  /** The same of the coupons that a cohort was given at a node. */
  public Audience with(CouponSource source, CouponFact fact, int forDays, Instant at) {
    return fetch(
        source.workspace(),
        select(MEMBER)
            .from(COUPON)
            .join(GRANT)
            .on(GRANT_WORKSPACE.eq(WORKSPACE), GRANT_ID.eq(COUPON_GRANT))
            .where(isOf(source), isSo(fact, at, at.minus(Duration.ofDays(forDays)))));
  }

  /**
   * Tells of each coupon that a cohort was given at a node and that somebody has, by an instant.
   */
  public void each(CouponSource source, Instant at, RunPast.EachCoupon each) {
    try (Cursor<Record3<Integer, Instant, Instant>> cursor =
        db.select(MEMBER, CLAIMED_AT, EXPIRES_AT)
            .from(COUPON)
            .join(GRANT)
            .on(GRANT_WORKSPACE.eq(WORKSPACE), GRANT_ID.eq(COUPON_GRANT))
            .where(isOf(source), CLAIMED_AT.le(at), isNotBy(REVOKED_AT, at))
            .fetchSize(ROWS_AT_ONCE)
            .fetchLazy()) {
      cursor.forEach(
          row ->
              each.accept(
                  row.value1(), new RunPast.ClaimedCoupon(row.value2(), row.value3(), null)));
    }
  }

  /** When a coupon of a batch would expire that somebody has since an instant, if it would. */
  public Optional<Instant> expiry(WorkspaceId workspace, String batch, Instant claimedAt) {
    return batches.find(workspace, batch).flatMap(one -> one.terms().expiry(claimedAt));
  }

  private static Condition isOf(CouponSource source) {
    return GRANT_WORKSPACE
        .eq(source.workspace().value())
        .and(RUN.eq(source.run()))
        .and(NODE.eq(source.node()))
        .and(COHORT.eq(source.cohort()));
  }

  private static Condition isSo(CouponFact fact, Instant at, Instant since) {
    return switch (fact) {
      case OFFERED -> OFFERED_AT.le(since);
      case CLAIMED -> CLAIMED_AT.le(since);
      case USED -> USED_AT.le(since);
      case REVOKED -> REVOKED_AT.le(since);
      case EXPIRED -> EXPIRES_AT.le(since).and(isNotBy(USED_AT, at)).and(isNotBy(REVOKED_AT, at));
      case UNUSED ->
          CLAIMED_AT
              .le(since)
              .and(isNotBy(USED_AT, at))
              .and(isNotBy(REVOKED_AT, at))
              .and(isNotBy(EXPIRES_AT, at));
    };
  }

  private static Condition isNotBy(org.jooq.Field<Instant> field, Instant at) {
    return field.isNull().or(field.gt(at));
  }

  private Audience fetch(WorkspaceId workspace, Select<Record1<Integer>> members) {
    int size = workspaces.size(workspace).members();
    return fetch.fetch(members, size, size);
  }

  /** How a batch stands at an instant; empty where there is none. */
  public Optional<CouponStanding> standing(WorkspaceId workspace, String key, Instant at) {
    return batches
        .find(workspace, key)
        .map(
            batch ->
                new CouponStanding(
                    !batch.closed() && !batch.terms().isOver(at),
                    batch.claimed(),
                    batch.left(),
                    batch.perPerson(),
                    batch.expectedCost(),
                    batch.highestCost()));
  }

  /** Who was given at least so many coupons of a batch that were not revoked. */
  public Audience holding(WorkspaceId workspace, String key, long atLeast) {
    return batches
        .find(workspace, key)
        .map(
            batch ->
                fetch(
                    workspace,
                    select(MEMBER)
                        .from(COUPON)
                        .where(
                            WORKSPACE.eq(workspace.value()),
                            COUPON_BATCH.eq(batch.id()),
                            REVOKED_AT.isNull())
                        .groupBy(MEMBER)
                        .having(count().cast(Long.class).ge(atLeast))))
        .orElse(Audience.empty());
  }

  /** How a batch is set up; empty where there is none. */
  public Optional<CouponKind> kind(WorkspaceId workspace, String key) {
    return batches
        .find(workspace, key)
        .map(
            batch ->
                new CouponKind(
                    batch.claimed(),
                    batch.terms().validUntil(),
                    batch.left(),
                    batch.closed()
                        || batch
                            .terms()
                            .validUntil()
                            .filter(clock.instant()::isAfter)
                            .isPresent()));
  }
}
