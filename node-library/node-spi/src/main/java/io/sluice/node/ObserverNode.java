package io.sluice.node;

import java.util.List;

/**
 * A node that watches what comes of the action it hangs on. Nobody goes on behind it and it keeps
 * nobody waiting: the run ends, and the figures go on being counted.
 */
public non-sealed interface ObserverNode<C extends Record> extends NodeType<C> {
  /** What is to be counted. The settings are complete. */
  Observation observation(C config);

  @Override
  default Ports ports(C config) {
    return new Ports(List.of(InPort.single()), List.of());
  }
}
