package io.sluice.engine.reward.coupon;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;

/**
 * A coupon of a person. What did not happen is null.
 *
 * @param orderKey the order with which it was used
 * @param deduction what it took off that order
 */
record Coupon(
    long serial,
    int member,
    String code,
    Instant offeredAt,
    Instant claimedAt,
    Instant expiresAt,
    Instant usedAt,
    Instant revokedAt,
    String orderKey,
    BigDecimal orderAmount,
    BigDecimal deduction) {
  /** The states of a coupon; the last four are reached from the first two. */
  enum State {
    OFFERED,
    CLAIMED,
    USED,
    EXPIRED,
    REVOKED;

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The state at an instant. */
  State state(Instant at) {
    if (revokedAt != null && !revokedAt.isAfter(at)) {
      return State.REVOKED;
    }
    if (usedAt != null && !usedAt.isAfter(at)) {
      return State.USED;
    }
    if (expiresAt != null && !expiresAt.isAfter(at)) {
      return State.EXPIRED;
    }
    return claimedAt != null && !claimedAt.isAfter(at) ? State.CLAIMED : State.OFFERED;
  }
}
