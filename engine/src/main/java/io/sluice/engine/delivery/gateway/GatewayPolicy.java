package io.sluice.engine.delivery.gateway;

import java.time.Duration;
import java.util.Optional;

/**
 * How a gateway wants to be used.
 *
 * @param callSize how many messages go into one call, at least 1
 * @param concurrency how many calls may be in flight at once, at least 1
 * @param perSecond how many messages a second it takes; 0 for no limit
 * @param deduplicates for how long after the first try it recognises a message that is handed over
 *     again under the same key; empty where it does not
 * @param receipts for how long after a message its receipts may come; empty where it sends none
 */
public record GatewayPolicy(
    int callSize,
    int concurrency,
    double perSecond,
    Optional<Duration> deduplicates,
    Optional<Duration> receipts) {
  /** One that sends no receipts. */
  public GatewayPolicy(
      int callSize, int concurrency, double perSecond, Optional<Duration> deduplicates) {
    this(callSize, concurrency, perSecond, deduplicates, Optional.empty());
  }

  /** The most messages that can be in flight at once. */
  public int inFlight() {
    return Math.multiplyExact(callSize, concurrency);
  }
}
