package io.sluice.node;

import java.math.BigDecimal;

/**
 * How a batch of coupons stands at one instant.
 *
 * @param givable whether coupons can be given: the batch is open and not expired
 * @param byLink whether people claim their coupon by a link; otherwise who is given one has it
 * @param left how many can still be given; {@link Long#MAX_VALUE} where there is no limit, or where
 *     the stock is only used when somebody claims
 * @param stock how many can still be given or claimed; {@link Long#MAX_VALUE} where there is no
 *     limit. Of coupons that are offered no more than these cost anything
 * @param atLimit who has as many of them as one person may have
 * @param expectedCost what one given coupon is expected to cost, in the currency of the workspace
 * @param highestCost what one given coupon costs at most
 */
public record CouponBatch(
    boolean givable,
    boolean byLink,
    long left,
    long stock,
    Audience atLimit,
    BigDecimal expectedCost,
    BigDecimal highestCost) {}
