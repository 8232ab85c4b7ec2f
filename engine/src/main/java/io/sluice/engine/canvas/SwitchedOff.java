package io.sluice.engine.canvas;

import io.sluice.engine.nodetype.BoundNode;
import io.sluice.node.Audience;
import io.sluice.node.InPort;
import io.sluice.node.Inputs;
import io.sluice.node.NodeContext;
import io.sluice.node.NodeInfo;
import io.sluice.node.OutPort;
import io.sluice.node.Outputs;
import io.sluice.node.Ports;
import io.sluice.node.SetNode;
import io.sluice.node.SourceNode;
import java.util.Optional;
import java.util.Set;

/**
 * What stands in for nodes that are switched off, with the ports they had. Whoever comes to the
 * first in-port leaves by the main port, unchanged; nobody leaves by another port, and nobody
 * enters by a source.
 */
final class SwitchedOff {
  private SwitchedOff() {}

  /** A node of the same id and ports that does nothing. */
  static BoundNode of(BoundNode node) {
    NodeInfo info = node.type().info();
    NodeInfo quiet =
        new NodeInfo(info.key(), info.category(), info.label(), info.help(), info.icon(), Set.of());
    return new BoundNode(
        node.id(),
        node.type() instanceof SourceNode ? new Closed(quiet) : new Passage(quiet, ports(node)),
        new NoSettings());
  }

  /** Nobody waits for a time of their own where nothing waits. */
  private static Ports ports(BoundNode node) {
    return new Ports(
        node.ports().in(),
        node.ports().out().stream()
            .map(port -> new OutPort(port.key(), port.label(), false))
            .toList());
  }

  private record NoSettings() {}

  private record Closed(NodeInfo info) implements SourceNode<NoSettings> {
    @Override
    public Class<NoSettings> configType() {
      return NoSettings.class;
    }

    @Override
    public Audience enter(NoSettings config, NodeContext context) {
      return Audience.empty();
    }
  }

  private record Passage(NodeInfo info, Ports drawn) implements SetNode<NoSettings> {
    @Override
    public Class<NoSettings> configType() {
      return NoSettings.class;
    }

    @Override
    public Ports ports(NoSettings config) {
      return drawn;
    }

    @Override
    public Outputs apply(NoSettings config, Inputs inputs, NodeContext context) {
      Optional<InPort> first = drawn.in().stream().findFirst();
      return drawn
          .main()
          .map(port -> Outputs.of(port.key(), inputs.unionAt(first.orElseThrow().key())))
          .orElse(Outputs.none());
    }
  }
}
