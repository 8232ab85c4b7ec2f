package io.sluice.engine.delivery.content;

import java.util.List;
import java.util.Optional;

/**
 * How people come to a message: what stands before it, of which it can tell them.
 *
 * @param lists the imported lists by which they may have come
 * @param givers the nodes that may have given them something, the last first
 */
public record Route(List<String> lists, List<Giver> givers) {
  /** Nothing stands before. */
  public static final Route NONE = new Route(List.of(), List.of());

  /** Copies the lists. */
  public Route {
    lists = List.copyOf(lists);
    givers = List.copyOf(givers);
  }

  /**
   * A node that gives people something of their own.
   *
   * @param kind what it gives, for example {@code coupon}
   * @param node its id
   * @param key the batch or pool from which it gives
   * @param nearest whether a path leads from it to the message on which no other of the kind stands
   */
  public record Giver(String kind, String node, String key, boolean nearest) {}

  /** The nodes of a kind. */
  List<Giver> givers(String kind) {
    return givers.stream().filter(giver -> giver.kind().equals(kind)).toList();
  }

  /** The nodes whose gifts a placeholder means, the one that counts first at the front. */
  List<Giver> meant(String kind, Optional<String> node) {
    return givers(kind).stream()
        .filter(giver -> node.map(named -> named.equals(giver.node())).orElse(giver.nearest()))
        .toList();
  }
}
