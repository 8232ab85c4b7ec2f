package io.sluice.node;

import java.time.Instant;
import java.util.Map;

/**
 * A node at which people wait. Either everybody leaves by {@code out} at one release instant, or,
 * where a port of the node releases people in cohorts of their own, each at an instant of their
 * own.
 */
public non-sealed interface TimeNode<C extends Record> extends NodeType<C> {
  /**
   * When the people who arrive at {@code context.instant()} go on together: never before it. The
   * engine does not ask where nobody arrives, nor where a port releases people.
   */
  Instant release(C config, NodeContext context);

  /**
   * Who goes on when by the releasing port: never before {@code context.instant()}, and nobody
   * twice. Whoever is not among them leaves by the node's other port at once. Instants should be
   * few: all people of one instant move on as one cohort.
   */
  default Map<Instant, Audience> releases(C config, Audience waiting, NodeContext context) {
    return Map.of(release(config, context), waiting);
  }

  @Override
  default Ports ports(C config) {
    return Ports.through(OutPort.out());
  }
}
