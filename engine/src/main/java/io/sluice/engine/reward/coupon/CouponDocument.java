package io.sluice.engine.reward.coupon;

import java.math.BigDecimal;
import java.time.Instant;

/** A coupon as it is shown; what did not happen is null. */
record CouponDocument(
    String code,
    String batch,
    String name,
    String state,
    Instant offeredAt,
    Instant claimedAt,
    Instant expiresAt,
    Instant usedAt,
    Instant revokedAt,
    String order,
    BigDecimal orderAmount,
    BigDecimal deduction) {
  static CouponDocument of(Coupons.Found found, Instant now) {
    Coupon coupon = found.coupon();
    return new CouponDocument(
        coupon.code(),
        found.batch().key(),
        found.batch().name(),
        coupon.state(now).key(),
        coupon.offeredAt(),
        coupon.claimedAt(),
        coupon.expiresAt(),
        coupon.usedAt(),
        coupon.revokedAt(),
        coupon.orderKey(),
        coupon.orderAmount(),
        coupon.deduction());
  }
}
