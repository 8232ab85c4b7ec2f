package io.sluice.engine.reward.coupon;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the coupons of a batch are worth, and when and where they count. Amounts are in the currency
 * of the workspace.
 *
 * @param kind whether an amount or a share is taken off
 * @param faceValue the amount, or the percentage of the order
 * @param maxDeduction the most that a percentage takes off
 * @param threshold the smallest order that counts
 * @param validFrom from when a coupon can be used
 * @param validUntil when every coupon has expired
 * @param validDays after how many times 24 hours from its claim a coupon has expired
 * @param products the products to which the coupon is restricted; all where empty
 * @param stores the stores to which the coupon is restricted; all where empty
 */
record CouponTerms(
    Kind kind,
    BigDecimal faceValue,
    Optional<BigDecimal> maxDeduction,
    BigDecimal threshold,
    Optional<Instant> validFrom,
    Optional<Instant> validUntil,
    Optional<Integer> validDays,
    List<String> products,
    List<String> stores) {
  /** The kinds of coupons. */
  enum Kind {
    AMOUNT,
    PERCENT
  }

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int DECIMALS = 2;

  /** Copies the lists. */
  CouponTerms {
    products = List.copyOf(products);
    stores = List.copyOf(stores);
  }

  /**
   * What the coupon takes off an order: zero below the threshold, never more than the order,
   * rounded half up to two decimals.
   */
  BigDecimal deduction(BigDecimal order) {
    if (order.compareTo(threshold) < 0 || order.signum() <= 0) {
      return BigDecimal.ZERO.setScale(DECIMALS);
    }
    BigDecimal off = kind == Kind.AMOUNT ? faceValue : order.multiply(faceValue).divide(HUNDRED);
    return off.min(maxDeduction.orElse(off)).min(order).setScale(DECIMALS, RoundingMode.HALF_UP);
  }

  /** The most that one coupon can take off; empty where there is no limit. */
  Optional<BigDecimal> highestDeduction() {
    return kind == Kind.AMOUNT ? Optional.of(faceValue) : maxDeduction;
  }

  /** When a coupon that is claimed at an instant expires, if it does. */
  Optional<Instant> expiry(Instant claimedAt) {
    Optional<Instant> own = validDays.map(days -> claimedAt.plus(Duration.ofDays(days)));
    if (own.isEmpty() || validUntil.isEmpty()) {
      return own.or(() -> validUntil);
    }
    return own.filter(validUntil.get()::isAfter).or(() -> validUntil);
  }

  /** Whether every coupon has expired at an instant. */
  boolean isOver(Instant at) {
    return validUntil.filter(until -> !at.isBefore(until)).isPresent();
  }
}
