package io.sluice.engine.reward.coupon;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A batch of coupons.
 *
 * @param id its number within the workspace
 * @param key its key
 * @param name its name on screen
 * @param terms what its coupons are worth
 * @param claimed whether people claim a coupon by a link; otherwise who is given one has it
 * @param stock how many there are in all; empty for no limit
 * @param perPerson how many of them one person may have
 * @param expectedOrder the amount of the order with which a coupon is used, for the forecast
 * @param expectedShare the share of the given coupons that is used, 0 to 1, for the forecast
 * @param closed whether no more are given
 * @param taken how much of the stock is taken
 */
record Batch(
    int id,
    String key,
    String name,
    CouponTerms terms,
    boolean claimed,
    OptionalLong stock,
    int perPerson,
    Optional<BigDecimal> expectedOrder,
    BigDecimal expectedShare,
    boolean closed,
    long taken) {
  /** How many can still be taken. */
  long left() {
    return stock.isEmpty() ? Long.MAX_VALUE : Math.max(0, stock.getAsLong() - taken);
  }

  /** What one given coupon is expected to cost. */
  BigDecimal expectedCost() {
    BigDecimal each =
        expectedOrder
            .map(terms::deduction)
            .or(terms::highestDeduction)
            .orElseGet(() -> terms.deduction(terms.threshold()));
    return each.multiply(expectedShare);
  }

  /** What one given coupon costs at most; what it is expected to cost where there is no limit. */
  BigDecimal highestCost() {
    return terms.highestDeduction().orElseGet(this::expectedCost);
  }
}
