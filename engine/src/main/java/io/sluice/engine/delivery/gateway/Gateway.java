package io.sluice.engine.delivery.gateway;

import java.util.List;

/** Hands messages to somebody who carries them: one implementation per kind of gateway. */
public interface Gateway {
  /**
   * Hands over the messages of one call and waits for the answer, at most for the gateway's time
   * limit. Never throws for what goes wrong outside.
   *
   * @param messages one at least, at most {@link GatewayPolicy#callSize()}
   * @return one result per message, in order
   */
  List<Handover> send(List<OutboundMessage> messages);

  /** How it wants to be used. */
  GatewayPolicy policy();

  /**
   * Lets go of connections; calls under way may still end. Called once, when it is configured anew.
   */
  default void close() {}
}
