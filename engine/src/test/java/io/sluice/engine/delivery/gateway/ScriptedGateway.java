package io.sluice.engine.delivery.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** A gateway that answers as a test says, and remembers what it was asked. */
final class ScriptedGateway implements Gateway {
  private final GatewayPolicy policy;
  private final BiFunction<Integer, OutboundMessage, Handover> script;
  private final List<List<OutboundMessage>> calls = new ArrayList<>();

  /** The script gets the number of the call, from 1, and each message. */
  ScriptedGateway(GatewayPolicy policy, BiFunction<Integer, OutboundMessage, Handover> script) {
    this.policy = policy;
    this.script = script;
  }

  List<List<OutboundMessage>> calls() {
    return calls;
  }

  @Override
  public synchronized List<Handover> send(List<OutboundMessage> messages) {
    calls.add(List.copyOf(messages));
    return messages.stream().map(message -> script.apply(calls.size(), message)).toList();
  }

  @Override
  public GatewayPolicy policy() {
    return policy;
  }
}
