package io.sluice.node;

import java.util.Optional;
import java.util.Set;

/**
 * What an observer counts of the people of an action.
 *
 * @param days how many whole days after the day on which the run ends still count, 1 to 90
 * @param products only what was ordered of these; of any where it is empty
 * @param categories only what was ordered of these; of any where it is empty
 * @param presaleOnly whether only presale orders count
 * @param baseline the node that keeps those to compare with: one with the trait {@link
 *     Trait#CONTROL} or {@link Trait#HOLD_OUT}
 */
public record Observation(
    int days,
    Set<String> products,
    Set<String> categories,
    boolean presaleOnly,
    Optional<String> baseline) {
  /** The days that count where nobody says otherwise. */
  public static final int DEFAULT_DAYS = 5;

  /** The longest window, in days. */
  public static final int MOST_DAYS = 90;

  /** Copies the sets. */
  public Observation {
    products = Set.copyOf(products);
    categories = Set.copyOf(categories);
    if (days < 1 || days > MOST_DAYS) {
      throw new IllegalArgumentException("A window has 1 to 90 days, not " + days);
    }
  }
}
