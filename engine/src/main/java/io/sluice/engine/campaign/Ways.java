package io.sluice.engine.campaign;

import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.canvas.Wire;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** On which ways people come to the nodes of a canvas. */
final class Ways {
  private final BoundCanvas canvas;
  private final Map<String, Map<String, Set<String>>> gates = new HashMap<>();

  Ways(BoundCanvas canvas) {
    this.canvas = canvas;
  }

  /**
   * Whether nobody comes to both of two nodes, as far as the drawing tells: everybody who comes to
   * either passes one node, and leaves it by other ports. The ports of a node never share anybody.
   */
  boolean areApart(String one, String other) {
    Map<String, Set<String>> ofOther = gates(other);
    return gates(one).entrySet().stream()
        .anyMatch(
            gate -> {
              Set<String> ports = new HashSet<>(gate.getValue());
              Set<String> others = ofOther.get(gate.getKey());
              return others != null && !ports.removeAll(others);
            });
  }

  private Map<String, Set<String>> gates(String node) {
    return gates.computeIfAbsent(node, this::findGates);
  }

  /** The nodes that everybody passes on the way to the node, with the ports that lead there. */
  private Map<String, Set<String>> findGates(String node) {
    Set<String> before = canvas.before(node);
    Map<String, Set<String>> found = new HashMap<>();
    for (String gate : before) {
      if (!canReachWithout(node, gate)) {
        Set<String> ports = new HashSet<>();
        for (Wire wire : canvas.from(gate)) {
          if (wire.target().equals(node) || before.contains(wire.target())) {
            ports.add(wire.sourcePort());
          }
        }
        found.put(gate, ports);
      }
    }
    return found;
  }

  /** Whether a path from where people enter leads to the node past the gate. */
  private boolean canReachWithout(String node, String gate) {
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
}
