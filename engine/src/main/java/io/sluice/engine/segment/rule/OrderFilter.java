package io.sluice.engine.segment.rule;

import io.sluice.engine.event.OrderStatus;
import java.util.Optional;
import java.util.Set;

/**
 * Which orders count.
 *
 * @param status the state they must have reached; an order counts at the instant it reached it
 * @param products the products of which a line must be; any where it is empty
 * @param categories the categories of which a line must be; any where it is empty
 * @param presale whether they must be presale orders, or must not; either where it is empty
 */
public record OrderFilter(
    OrderStatus status, Set<String> products, Set<String> categories, Optional<Boolean> presale)
    implements FactFilter {
  /** Paid orders of anything. */
  public static final OrderFilter PAID =
      new OrderFilter(OrderStatus.PAID, Set.of(), Set.of(), Optional.empty());

  /** Copies the sets. */
  public OrderFilter {
    products = Set.copyOf(products);
    categories = Set.copyOf(categories);
  }

  /** Whether the metric is computed over matching lines, and not over whole orders. */
  public boolean byLine() {
    return !products.isEmpty() || !categories.isEmpty();
  }
}
