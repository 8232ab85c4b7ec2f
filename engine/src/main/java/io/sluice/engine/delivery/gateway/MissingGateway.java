package io.sluice.engine.delivery.gateway;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Stands for a gateway that is gone or cannot be opened; takes nothing. */
record MissingGateway(String reason) implements Gateway {
  @Override
  public List<Handover> send(List<OutboundMessage> messages) {
    return Collections.nCopies(messages.size(), new Handover.NotTaken(reason));
  }

  @Override
  public GatewayPolicy policy() {
    return new GatewayPolicy(1, 1, 0, Optional.empty());
  }
}
