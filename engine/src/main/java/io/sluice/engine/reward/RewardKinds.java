package io.sluice.engine.reward;

import io.sluice.engine.reward.code.CodePools;
import io.sluice.engine.reward.coupon.CouponBatches;
import io.sluice.engine.reward.coupon.CouponHolders;
import io.sluice.engine.reward.offer.Offers;
import io.sluice.engine.reward.points.PointsAccounts;
import io.sluice.engine.storage.Meaning;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.node.AccountRef;
import io.sluice.node.CodePoolRef;
import io.sluice.node.CouponKind;
import io.sluice.node.CouponRef;
import io.sluice.node.FactRef;
import io.sluice.node.SetRef;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a workspace has to give. */
@Component
public class RewardKinds {
  private final CouponHolders coupons;
  private final CouponBatches batches;
  private final CodePools pools;
  private final PointsAccounts accounts;
  private final Offers offers;

  RewardKinds(
      CouponHolders coupons,
      CouponBatches batches,
      CodePools pools,
      PointsAccounts accounts,
      Offers offers) {
    this.coupons = coupons;
    this.batches = batches;
    this.pools = pools;
    this.accounts = accounts;
    this.offers = offers;
  }

  /** How a batch of coupons is set up; empty where there is none. */
  public Optional<CouponKind> coupons(WorkspaceId workspace, String batch) {
    return coupons.kind(workspace, batch);
  }

  /** Whether people are given what the target names, or earn by it: coupons, points, offers. */
  public static boolean gives(FactRef target) {
    return target instanceof CouponRef
        || target instanceof CodePoolRef
        || target instanceof AccountRef
        || target instanceof SetRef set && set.kind() == SetRef.Kind.DISCOUNT_MARK;
  }

  /** What somebody set up to be given says; how much of it is left is no part of that. */
  public Meaning meaning(WorkspaceId workspace, FactRef target) {
    String key = target.key();
    Optional<Meaning> known =
        target instanceof CouponRef
            ? batches.meaning(workspace, key)
            : target instanceof CodePoolRef
                ? pools.meaning(workspace, key)
                : target instanceof AccountRef
                    ? accounts.meaning(workspace, key)
                    : offers.meaning(workspace, key);
    return known.orElse(Meaning.none(key));
  }
}
