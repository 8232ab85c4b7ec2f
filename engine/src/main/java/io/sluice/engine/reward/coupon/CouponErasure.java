package io.sluice.engine.reward.coupon;

import io.sluice.engine.member.MemberErased;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Revokes the coupons of people who are erased: nobody claims or uses them any more. */
@Component
class CouponErasure {
  private final Coupons coupons;

  CouponErasure(Coupons coupons) {
    this.coupons = coupons;
  }

  @EventListener
  void revoke(MemberErased erased) {
    coupons.open(erased.workspace(), erased.member()).stream()
        .sorted(java.util.Comparator.comparing(one -> one.batch().key()))
        .forEach(one -> coupons.revoke(erased.workspace(), one));
  }
}
