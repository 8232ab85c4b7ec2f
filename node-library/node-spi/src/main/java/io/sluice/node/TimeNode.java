package io.sluice.node;

import java.time.Instant;

/** A node at which a cohort waits. Everybody leaves by {@code out} at the release instant. */
public non-sealed interface TimeNode<C extends Record> extends NodeType<C> {
  /**
   * When the people who arrive at {@code context.instant()} go on: never before it. The engine does
   * not ask where nobody arrives.
   */
  Instant release(C config, NodeContext context);

  @Override
  default Ports ports(C config) {
    return Ports.through(OutPort.out());
  }
}
