package io.sluice.node;

import java.time.Instant;
import java.util.Optional;

/**
 * How a batch of coupons is set up.
 *
 * @param claimed whether people claim a coupon by a link; otherwise they have it once it is given
 * @param expiresAt when the last coupon of it expires, where that is known
 * @param left how many can still be given
 * @param over whether it is closed, or its last coupon has expired: none of it is given any more
 */
public record CouponKind(boolean claimed, Optional<Instant> expiresAt, long left, boolean over) {}
