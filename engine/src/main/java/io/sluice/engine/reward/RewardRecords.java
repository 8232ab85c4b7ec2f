package io.sluice.engine.reward;

import io.sluice.engine.reward.code.CodePools;
import io.sluice.engine.reward.coupon.CouponBatches;
import io.sluice.engine.reward.coupon.CouponHolders;
import io.sluice.engine.reward.offer.Offers;
import io.sluice.engine.reward.points.PointsAccount;
import io.sluice.engine.reward.points.PointsAccounts;
import io.sluice.engine.reward.points.PointsHolders;
import io.sluice.engine.reward.points.PointsLedger;
import io.sluice.engine.segment.RewardFacts;
import io.sluice.engine.segment.RunPast;
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
import org.springframework.stereotype.Component;

/** Tells rules and nodes what members have been given, from the records. */
@Component
class RewardRecords implements RewardFacts {
  private final PointsAccounts accounts;
  private final PointsHolders holders;
  private final PointsLedger ledger;
  private final CouponBatches batches;
  private final CouponHolders coupons;
  private final Offers offers;
  private final CodePools pools;

  RewardRecords(
      PointsAccounts accounts,
      PointsHolders holders,
      PointsLedger ledger,
      CouponBatches batches,
      CouponHolders coupons,
      Offers offers,
      CodePools pools) {
    this.accounts = accounts;
    this.holders = holders;
    this.ledger = ledger;
    this.batches = batches;
    this.coupons = coupons;
    this.offers = offers;
    this.pools = pools;
  }

  @Override
  public List<String> accounts(WorkspaceId workspace) {
    return accounts.all(workspace).stream().map(PointsAccount::key).toList();
  }

  @Override
  public BigDecimal costOfPoint(WorkspaceId workspace, String account) {
    return accounts.find(workspace, account).map(PointsAccount::cost).orElse(BigDecimal.ZERO);
  }

  @Override
  public Audience withPoints(
      WorkspaceId workspace, String account, long points, boolean orFewer, Instant until) {
    return accounts
        .find(workspace, account)
        .map(known -> holders.withPoints(workspace, known, points, orFewer, until))
        .orElse(Audience.empty());
  }

  @Override
  public Map<Integer, Long> balances(
      WorkspaceId workspace, String account, List<Integer> members, Instant until) {
    return accounts
        .find(workspace, account)
        .map(known -> ledger.balances(workspace, known, members, until))
        .orElse(Map.of());
  }

  @Override
  public boolean isWritten(WorkspaceId workspace, String account, Instant after, Instant until) {
    return accounts
        .find(workspace, account)
        .filter(known -> ledger.isWritten(workspace, known, after, until))
        .isPresent();
  }

  @Override
  public List<String> coupons(WorkspaceId workspace) {
    return batches.keys(workspace);
  }

  @Override
  public Optional<CouponStanding> coupons(WorkspaceId workspace, String batch, Instant at) {
    return coupons.standing(workspace, batch, at);
  }

  @Override
  public Audience withCoupons(WorkspaceId workspace, String batch, long atLeast) {
    return coupons.holding(workspace, batch, atLeast);
  }

  @Override
  public Audience withCoupon(
      WorkspaceId workspace, String batch, CouponFact fact, int forDays, Instant at) {
    return coupons.with(workspace, batch, fact, forDays, at);
  }

  @Override
  public void coupons(CouponSource source, Instant at, RunPast.EachCoupon each) {
    coupons.each(source, at, each);
  }

  @Override
  public Optional<Instant> couponExpiry(WorkspaceId workspace, String batch, Instant claimedAt) {
    return coupons.expiry(workspace, batch, claimedAt);
  }

  @Override
  public Audience withCoupon(CouponSource source, CouponFact fact, int forDays, Instant at) {
    return coupons.with(source, fact, forDays, at);
  }

  @Override
  public List<String> offers(WorkspaceId workspace) {
    return offers.keys(workspace);
  }

  @Override
  public Optional<DiscountOffer> offer(WorkspaceId workspace, String key, Instant at) {
    return offers.standing(workspace, key, at);
  }

  @Override
  public Optional<CodePool> codes(WorkspaceId workspace, String pool, Instant at) {
    return pools.standing(workspace, pool, at);
  }
}
