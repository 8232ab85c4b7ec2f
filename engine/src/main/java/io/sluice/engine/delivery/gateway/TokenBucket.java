package io.sluice.engine.delivery.gateway;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Keeps to so many messages a second, with a burst of at most one second. */
final class TokenBucket {
  private static final double NANOS = 1e9;

  private final double perSecond;
  private final LongSupplier nanoTime;
  private double tokens;
  private long filledAt;

  /**
   * A full bucket.
   *
   * @param perSecond greater than 0
   * @param nanoTime a clock that never goes back
   */
  TokenBucket(double perSecond, LongSupplier nanoTime) {
    this.perSecond = perSecond;
    this.nanoTime = nanoTime;
    this.tokens = burst();
    this.filledAt = nanoTime.getAsLong();
  }

  /** How many messages may go out at once after a pause, at least 1. */
  int burst() {
    return (int) Math.max(1, Math.min(Integer.MAX_VALUE, perSecond));
  }

  /**
   * Takes {@code count} tokens, ahead of time if need be, and returns in how many nanoseconds they
   * are there; takes nothing and returns -1 where that is longer than the limit.
   */
  synchronized long take(int count, Duration limit) {
    long now = nanoTime.getAsLong();
    tokens = Math.min(burst(), tokens + (now - filledAt) / NANOS * perSecond);
    filledAt = now;
    double missing = Math.max(0, count - tokens);
    double wait = missing / perSecond * NANOS;
    if (wait > limit.toNanos()) {
      return -1;
    }
    tokens -= count;
    return (long) Math.ceil(wait);
  }
}
