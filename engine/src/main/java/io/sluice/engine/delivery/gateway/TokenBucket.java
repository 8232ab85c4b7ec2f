package io.sluice.engine.delivery.gateway;

import java.time.Duration;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/**
 * Keeps to a share of so many messages a second, with a burst of at most one second. Those who
 * share need not know of each other, but for how many they are.
 */
final class TokenBucket {
  private static final double NANOS = 1e9;

  private final double perSecond;
  private final IntSupplier sharers;
  private final LongSupplier nanoTime;
  private double tokens;
  private long filledAt;

  /**
   * A full bucket.
   *
   * @param perSecond greater than 0
   * @param sharers how many share the rate now, at least 1
   * @param nanoTime a clock that never goes back
   */
  TokenBucket(double perSecond, IntSupplier sharers, LongSupplier nanoTime) {
    this.perSecond = perSecond;
    this.sharers = sharers;
    this.nanoTime = nanoTime;
    this.tokens = burst();
    this.filledAt = nanoTime.getAsLong();
  }

  /** How many messages may go out at once after a pause, at least 1. */
  int burst() {
    return (int) Math.max(1, Math.min(Integer.MAX_VALUE, share()));
  }

  private double share() {
    return perSecond / sharers.getAsInt();
  }

  /**
   * Takes {@code count} tokens, ahead of time if need be, and returns in how many nanoseconds they
   * are there; takes nothing and returns -1 where that is longer than the limit.
   */
  synchronized long take(int count, Duration limit) {
    long now = nanoTime.getAsLong();
    tokens = Math.min(burst(), tokens + (now - filledAt) / NANOS * share());
    filledAt = now;
    double missing = Math.max(0, count - tokens);
    double wait = missing / share() * NANOS;
    if (wait > limit.toNanos()) {
      return -1;
    }
    tokens -= count;
    return (long) Math.ceil(wait);
  }
}
