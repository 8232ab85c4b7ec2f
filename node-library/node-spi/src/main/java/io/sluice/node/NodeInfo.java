package io.sluice.node;

import java.util.Set;

/**
 * How a node type presents itself.
 *
 * @param key the stored name in kebab case, for example {@code target-group}; never changes once
 *     released
 * @param category the group in the palette
 * @param label the name on screen
 * @param help one sentence on what the node does
 * @param icon a name of the designer's icon set, for example {@code users}
 * @param traits what the engine must know of it
 */
public record NodeInfo(
    String key, Category category, Text label, Text help, String icon, Set<Trait> traits) {
  private static final String KEY = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

  /** Checks the key. */
  public NodeInfo {
    if (!key.matches(KEY)) {
      throw new IllegalArgumentException("Node type key '" + key + "' must be kebab case");
    }
    traits = Set.copyOf(traits);
  }

  /** Whether the type has the trait. */
  public boolean has(Trait trait) {
    return traits.contains(trait);
  }
}
