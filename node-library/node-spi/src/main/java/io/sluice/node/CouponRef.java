package io.sluice.node;

/**
 * Names a batch of coupons.
 *
 * @param key its key, as the marketer gave it
 */
public record CouponRef(String key) implements FactRef {
  @Override
  public String noun() {
    return "coupon";
  }
}
