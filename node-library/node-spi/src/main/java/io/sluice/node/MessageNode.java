package io.sluice.node;

import java.util.List;

/**
 * An action that sends each person a message. It only says what is to be sent: who is held back,
 * what it costs, the sending itself and the record of it are the engine's.
 */
public non-sealed interface MessageNode<C extends Record> extends NodeType<C> {
  /** What is to be sent. The settings are complete. */
  Message message(C config);

  @Override
  default Ports ports(C config) {
    return new Ports(List.of(InPort.single()), ActionNode.OUT_PORTS);
  }
}
