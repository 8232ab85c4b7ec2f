package io.sluice.engine.reward;

import io.sluice.engine.reward.coupon.CouponHolders;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.node.CouponKind;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a workspace has to give. */
@Component
public class RewardKinds {
  private final CouponHolders coupons;

  RewardKinds(CouponHolders coupons) {
    this.coupons = coupons;
  }

  /** How a batch of coupons is set up; empty where there is none. */
  public Optional<CouponKind> coupons(WorkspaceId workspace, String batch) {
    return coupons.kind(workspace, batch);
  }
}
