package io.sluice.engine.segment;

import io.sluice.engine.segment.rule.CouponFact;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.node.Audience;
import io.sluice.node.CodePool;
import io.sluice.node.DiscountOffer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What rules and nodes ask of rewards; read in the caller's snapshot. */
public interface RewardFacts {
  /** The keys of the workspace's accounts of points. */
  List<String> accounts(WorkspaceId workspace);

  /**
   * Who of those who ever got or lost points of an account has at least so many by the entries up
   * to an instant.
   *
   * @param orFewer ask for those who have fewer instead
   */
  Audience withPoints(
      WorkspaceId workspace, String account, long points, boolean orFewer, Instant until);

  /**
   * The balances of members by the entries of an account up to an instant; who has none is not
   * among them.
   */
  Map<Integer, Long> balances(
      WorkspaceId workspace, String account, List<Integer> members, Instant until);

  /** Whether entries of an account stand after an instant, up to another one. */
  boolean isWritten(WorkspaceId workspace, String account, Instant after, Instant until);

  /** What one point of an account costs; zero where it has no price. */
  BigDecimal costOfPoint(WorkspaceId workspace, String account);

  /** The keys of the workspace's batches of coupons. */
  List<String> coupons(WorkspaceId workspace);

  /** How a batch of coupons stands at an instant; empty where there is none. */
  Optional<CouponStanding> coupons(WorkspaceId workspace, String batch, Instant at);

  /** Who was given at least so many coupons of a batch that were not revoked. */
  Audience withCoupons(WorkspaceId workspace, String batch, long atLeast);

  /**
   * How a batch stands.
   *
   * @param givable whether coupons can be given
   * @param byLink whether people claim their coupon by a link
   * @param left how many can still be given; {@link Long#MAX_VALUE} for no limit
   * @param perPerson how many one person may have
   * @param expectedCost what one given coupon is expected to cost
   * @param highestCost what one given coupon costs at most
   */
  record CouponStanding(
      boolean givable,
      boolean byLink,
      long left,
      int perPerson,
      BigDecimal expectedCost,
      BigDecimal highestCost) {}

  /** Of whose coupons of a batch something is so at an instant, and was so many days before. */
  Audience withCoupon(
      WorkspaceId workspace, String batch, CouponFact fact, int forDays, Instant at);

  /** The same of the coupons that a cohort was given at a node of its run. */
  Audience withCoupon(CouponSource source, CouponFact fact, int forDays, Instant at);

  /** The keys of the workspace's offers for which people can be marked. */
  List<String> offers(WorkspaceId workspace);

  /** How such an offer stands at an instant; empty where there is none. */
  Optional<DiscountOffer> offer(WorkspaceId workspace, String key, Instant at);

  /** How a pool of codes stands at an instant; empty where there is none. */
  Optional<CodePool> codes(WorkspaceId workspace, String pool, Instant at);

  /**
   * Tells of each coupon that a cohort was given at a node and that somebody has, by an instant.
   */
  void coupons(CouponSource source, Instant at, RunPast.EachCoupon each);

  /** When a coupon of a batch would expire that somebody has since an instant, if it would. */
  Optional<Instant> couponExpiry(WorkspaceId workspace, String batch, Instant claimedAt);

  /** A cohort at a node that gave coupons or codes. */
  record CouponSource(WorkspaceId workspace, long run, long cohort, String node) {}
}
