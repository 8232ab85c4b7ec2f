package io.sluice.node;

/**
 * Coupons of a batch for members, one each.
 *
 * @param target which batch
 * @param members who gets one
 * @param claimed whether they have it at once; otherwise it is offered to them, and a link claims
 *     it
 */
public record CouponWrite(CouponRef target, Audience members, boolean claimed) implements Write {}
