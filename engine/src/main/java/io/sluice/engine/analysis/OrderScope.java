package io.sluice.engine.analysis;

import io.sluice.node.Observation;
import java.util.Set;

/**
 * Which orders count: those with a line of one of the products or categories, where any are named.
 */
record OrderScope(Set<String> products, Set<String> categories, boolean presaleOnly) {
  /** Orders of anything. */
  static final OrderScope ALL = new OrderScope(Set.of(), Set.of(), false);

  static OrderScope of(Observation observation) {
    return new OrderScope(
        observation.products(), observation.categories(), observation.presaleOnly());
  }

  /** Whether only the matching lines of an order count. */
  boolean byLine() {
    return !products.isEmpty() || !categories.isEmpty();
  }
}
