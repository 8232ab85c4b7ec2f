package io.sluice.engine.delivery.sending;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Shares the calls that a gateway takes at once among the workers of this server, so that together
 * they never make more.
 */
final class GatewaySlots {
  private final Map<GatewayName, Integer> taken = new HashMap<>();
  private final Map<GatewayName, Integer> most = new HashMap<>();

  /**
   * Takes a slot.
   *
   * @param slots how many workers may use the gateway at once
   * @return false if that many use it already
   */
  synchronized boolean take(GatewayName gateway, int slots) {
    most.put(gateway, slots);
    if (taken.getOrDefault(gateway, 0) >= slots) {
      return false;
    }
    taken.merge(gateway, 1, Integer::sum);
    return true;
  }

  synchronized void free(GatewayName gateway) {
    taken.computeIfPresent(gateway, (key, count) -> count == 1 ? null : count - 1);
  }

  /** The gateways of which no slot is free. */
  synchronized Set<GatewayName> full() {
    return taken.entrySet().stream()
        .filter(entry -> entry.getValue() >= most.get(entry.getKey()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }
}
