package io.sluice.engine.campaign;

import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.canvas.CanvasProblem;
import io.sluice.engine.canvas.CanvasProblem.Severity;
import io.sluice.engine.canvas.Wire;
import io.sluice.engine.workspace.Workspace;
import io.sluice.node.MessageNode;
import io.sluice.node.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Two messages beside each other that can reach the same people. One behind the other is meant so.
 * Two are apart for certain where everybody who comes to either passes one node, and leaves it by
 * other ports: the ports of a node never share anybody.
 */
@Component
class SameReadersRule implements CanvasRule {
  @Override
  public void check(Workspace workspace, BoundCanvas canvas, Consumer<CanvasProblem> problems) {
    List<String> messages =
        canvas.order().stream()
            .filter(node -> canvas.node(node).type() instanceof MessageNode)
            .toList();
    Map<String, Map<String, Set<String>>> gates = new HashMap<>();
    messages.forEach(node -> gates.put(node, gates(canvas, node)));
    for (int i = 0; i < messages.size(); i++) {
      for (int j = i + 1; j < messages.size(); j++) {
        String one = messages.get(i);
        String other = messages.get(j);
        if (!canvas.before(other).contains(one) && !areApart(gates.get(one), gates.get(other))) {
          problems.accept(sameReaders(canvas, one, other));
        }
      }
    }
  }

  private static boolean areApart(
      Map<String, Set<String>> gatesOfOne, Map<String, Set<String>> gatesOfOther) {
    return gatesOfOne.entrySet().stream()
        .anyMatch(
            gate -> {
              Set<String> ports = new HashSet<>(gate.getValue());
              Set<String> others = gatesOfOther.get(gate.getKey());
              return others != null && !ports.removeAll(others);
            });
  }

  /** The nodes that everybody passes on the way to the node, with the ports that lead there. */
  private static Map<String, Set<String>> gates(BoundCanvas canvas, String node) {
    Set<String> before = canvas.before(node);
    Map<String, Set<String>> gates = new HashMap<>();
    for (String gate : before) {
      if (!canReachWithout(canvas, node, gate)) {
        Set<String> ports = new HashSet<>();
        for (Wire wire : canvas.from(gate)) {
          if (wire.target().equals(node) || before.contains(wire.target())) {
            ports.add(wire.sourcePort());
          }
        }
        gates.put(gate, ports);
      }
    }
    return gates;
  }

  /** Whether a path from where people enter leads to the node past the gate. */
  private static boolean canReachWithout(BoundCanvas canvas, String node, String gate) {
    Set<String> seen = new HashSet<>(Set.of(node));
    List<String> open = new ArrayList<>(seen);
    while (!open.isEmpty()) {
      List<Wire> into = canvas.into(open.remove(open.size() - 1));
      if (into.isEmpty()) {
        return true;
      }
      for (Wire wire : into) {
        if (!wire.source().equals(gate) && seen.add(wire.source())) {
          open.add(wire.source());
        }
      }
    }
    return false;
  }

  private static CanvasProblem sameReaders(BoundCanvas canvas, String one, String other) {
    String first = canvas.drawn(one).shownName();
    String second = canvas.drawn(other).shownName();
    return CanvasProblem.ofNode(
        Severity.WARNING,
        "same-readers",
        other,
        Text.of(
            "Messages '%s' and '%s' can reach the same people; separate them by a branch, split or exclude, or send one after the other"
                .formatted(first, second),
            "消息“%s”和“%s”可能发给相同的人;请用条件分支、分组或排除区分,或先后发送".formatted(first, second)));
  }
}
