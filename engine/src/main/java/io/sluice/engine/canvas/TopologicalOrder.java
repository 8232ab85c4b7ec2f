package io.sluice.engine.canvas;

import io.sluice.engine.canvas.CanvasProblem.Severity;
import io.sluice.node.Text;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The nodes of a canvas, each after all nodes before it; of a cycle, the nodes that are in it. */
record TopologicalOrder(List<String> ids, List<String> stuck) {
  /** Kahn's algorithm; nodes that are free at the same time stay in the order of the file. */
  static TopologicalOrder of(Canvas canvas, List<Wire> wires) {
    Map<String, Integer> open = new HashMap<>();
    Map<String, List<String>> next = new HashMap<>();
    canvas.nodes().forEach(node -> open.put(node.id(), 0));
    for (Wire wire : wires) {
      open.merge(wire.target(), 1, Integer::sum);
      next.computeIfAbsent(wire.source(), source -> new ArrayList<>()).add(wire.target());
    }
    Deque<String> free = new ArrayDeque<>();
    canvas.nodes().stream().map(CanvasNode::id).filter(id -> open.get(id) == 0).forEach(free::add);
    List<String> ids = new ArrayList<>();
    while (!free.isEmpty()) {
      String id = free.remove();
      ids.add(id);
      for (String target : next.getOrDefault(id, List.of())) {
        if (open.merge(target, -1, Integer::sum) == 0) {
          free.add(target);
        }
      }
    }
    List<String> stuck =
        canvas.nodes().stream().map(CanvasNode::id).filter(id -> open.get(id) > 0).toList();
    return new TopologicalOrder(ids, stuck);
  }

  Optional<CanvasProblem> cycle() {
    if (stuck.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        CanvasProblem.ofNode(
            Severity.STRUCTURE,
            "cycle",
            stuck.get(0),
            Text.of(
                "Arrows lead in a circle through or towards " + stuck + "; remove one of them",
                "连线构成循环,涉及 " + stuck + ";请删除其中一条")));
  }
}
