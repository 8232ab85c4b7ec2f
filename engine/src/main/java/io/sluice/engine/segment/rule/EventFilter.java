package io.sluice.engine.segment.rule;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which events count.
 *
 * @param types the types of which one must be
 * @param products the products of which one must be; any where it is empty
 * @param categories the categories of which one must be; any where it is empty
 * @param properties what their properties must be like, all of them
 * @param measured the property of which the sum, average, largest or smallest is taken: only events
 *     with a number there count
 */
public record EventFilter(
    Set<String> types,
    Set<String> products,
    Set<String> categories,
    List<Property> properties,
    Optional<String> measured)
    implements FactFilter {
  /** Copies the collections. */
  public EventFilter {
    types = Set.copyOf(types);
    products = Set.copyOf(products);
    categories = Set.copyOf(categories);
    properties = List.copyOf(properties);
  }

  /**
   * What a property must be like.
   *
   * @param number whether it is read as a number
   * @param negated whether it must not pass the test; then it may also be missing
   */
  public record Property(String name, boolean number, ValueTest test, boolean negated) {}
}
