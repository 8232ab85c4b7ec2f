package io.sluice.engine.canvas;

import io.sluice.engine.canvas.CanvasProblem.Severity;
import io.sluice.engine.nodetype.BoundNode;
import io.sluice.node.InPort;
import io.sluice.node.OutPort;
import io.sluice.node.Ports;
import io.sluice.node.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the ports of arrows and refuses those that lead nowhere. */
final class Wiring {
  private final Canvas canvas;
  private final Map<String, BoundNode> nodes;
  private final List<CanvasProblem> structure;
  private final List<CanvasProblem> problems;
  private final Map<String, Ports> ports = new HashMap<>();
  private final Set<String> fullPorts = new HashSet<>();
  private final Set<String> seen = new HashSet<>();

  Wiring(
      Canvas canvas,
      Map<String, BoundNode> nodes,
      List<CanvasProblem> structure,
      List<CanvasProblem> problems) {
    this.canvas = canvas;
    this.nodes = nodes;
    this.structure = structure;
    this.problems = problems;
    nodes.forEach((id, node) -> ports.put(id, node.ports()));
  }

  List<Wire> wires() {
    Set<String> ids = new HashSet<>(canvas.nodes().stream().map(CanvasNode::id).toList());
    List<Wire> wires = new ArrayList<>();
    for (CanvasEdge edge : canvas.edges()) {
      boolean ends = isNode(ids, edge, edge.source()) & isNode(ids, edge, edge.target());
      if (ends && nodes.containsKey(edge.source()) && nodes.containsKey(edge.target())) {
        wire(edge).ifPresent(wires::add);
      }
    }
    return wires;
  }

  private boolean isNode(Set<String> ids, CanvasEdge edge, String node) {
    if (ids.contains(node)) {
      return true;
    }
    String shown = PlainText.shown(node);
    structure.add(
        CanvasProblem.ofEdge(
            Severity.STRUCTURE,
            "dangling-edge",
            edge.id(),
            Text.of(
                "Arrow '%s' names the node '%s', which is not on the canvas; remove the arrow or add the node"
                    .formatted(edge.id(), shown),
                "连线“%s”指向不存在的节点“%s”;请删除连线或添加节点".formatted(edge.id(), shown))));
    return false;
  }

  private Optional<Wire> wire(CanvasEdge edge) {
    Optional<OutPort> out =
        edge.sourcePort() == null
            ? ports.get(edge.source()).main()
            : ports.get(edge.source()).outPort(edge.sourcePort());
    Optional<InPort> in =
        edge.targetPort() == null
            ? ports.get(edge.target()).in().stream().findFirst()
            : ports.get(edge.target()).inPort(edge.targetPort());
    if (out.isEmpty()) {
      List<String> keys = ports.get(edge.source()).out().stream().map(OutPort::key).toList();
      unknownPort(edge, "leaves", "out-port", edge.source(), edge.sourcePort(), keys);
    }
    if (in.isEmpty()) {
      List<String> keys = ports.get(edge.target()).in().stream().map(InPort::key).toList();
      unknownPort(edge, "enters", "in-port", edge.target(), edge.targetPort(), keys);
    }
    if (out.isEmpty() || in.isEmpty() || isRepeated(edge, out.get(), in.get())) {
      return Optional.empty();
    }
    return Optional.of(
        new Wire(edge.id(), edge.source(), out.get().key(), edge.target(), in.get().key()));
  }

  private boolean isRepeated(CanvasEdge edge, OutPort out, InPort in) {
    String target = edge.target() + " " + in.key();
    if (!seen.add(edge.source() + " " + out.key() + " " + target)) {
      problem(edge, "double-edge", "Arrow '%s' repeats another one; remove it", "连线“%s”与另一条重复;请删除");
      return true;
    }
    if (!in.many() && !fullPorts.add(target)) {
      problem(
          edge,
          "port-full",
          "Arrow '%s' enters a port that takes one arrow only; put a merge before it",
          "连线“%s”进入的端口只能接一条连线;请在前面加合并节点");
      return true;
    }
    return false;
  }

  private void unknownPort(
      CanvasEdge edge, String verb, String kind, String node, String port, List<String> keys) {
    String shown = port == null ? "" : " '" + PlainText.shown(port) + "'";
    problems.add(
        CanvasProblem.ofEdge(
            Severity.ERROR,
            "unknown-port",
            edge.id(),
            Text.of(
                "Arrow '%s' %s node '%s' by the %s%s, which it does not have; it has %s"
                    .formatted(edge.id(), verb, node, kind, shown, keys),
                "连线“%s”使用了节点“%s”没有的端口%s;可用的有 %s".formatted(edge.id(), node, shown, keys))));
  }

  private void problem(CanvasEdge edge, String code, String en, String zh) {
    problems.add(
        CanvasProblem.ofEdge(
            Severity.ERROR,
            code,
            edge.id(),
            Text.of(en.formatted(edge.id()), zh.formatted(edge.id()))));
  }
}
