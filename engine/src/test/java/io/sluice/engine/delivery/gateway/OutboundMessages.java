package io.sluice.engine.delivery.gateway;

import io.sluice.engine.delivery.EffectKey;
import io.sluice.engine.workspace.WorkspaceId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Messages for tests of gateways. */
public final class OutboundMessages {
  private OutboundMessages() {}

  /** A message to a member. */
  public static OutboundMessage to(
      WorkspaceId workspace, int member, String address, Map<String, String> content) {
    return new OutboundMessage(new EffectKey(workspace, 7, "n1", member, 3), address, content, 1);
  }

  /** As many short texts, to as many phones. */
  public static List<OutboundMessage> texts(WorkspaceId workspace, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> to(workspace, i, "+86138%08d".formatted(i), Map.of("text", "Hello " + i)))
        .toList();
  }
}
