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
 */
public record GatewayPolicy(
    int callSize, int concurrency, double perSecond, Optional<Duration> deduplicates) {
  /** The most messages that can be in flight at once. */
  public int inFlight() {
    return Math.multiplyExact(callSize, concurrency);
  }
}
