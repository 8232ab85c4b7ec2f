package io.sluice.engine.segment;

import java.util.Set;

/**
 * What rules of a node may name because of the nodes before it.
 *
 * @param segments static segments that those make
 * @param nodes their ids
 * @param messageNodes the ids of those that send messages
 */
public record NamedBefore(Set<String> segments, Set<String> nodes, Set<String> messageNodes) {
  /** Where there are no nodes before. */
  public static final NamedBefore NOTHING = new NamedBefore(Set.of(), Set.of(), Set.of());

  /** Copies the sets. */
  public NamedBefore {
    segments = Set.copyOf(segments);
    nodes = Set.copyOf(nodes);
    messageNodes = Set.copyOf(messageNodes);
  }
}
