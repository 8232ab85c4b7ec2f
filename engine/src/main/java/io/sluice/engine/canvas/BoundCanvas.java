package io.sluice.engine.canvas;

import io.sluice.engine.nodetype.BoundNode;
import io.sluice.engine.web.Problem;
import io.sluice.node.FactRef;
import io.sluice.node.MessageNode;
import io.sluice.node.OutPort;
import io.sluice.node.Ports;
import io.sluice.node.SetRef;
import io.sluice.node.TimeNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A canvas whose nodes have their types and whose arrows have their ports; free of cycles. */
public final class BoundCanvas {
  private final Canvas canvas;
  private final Map<String, BoundNode> nodes = new LinkedHashMap<>();
  private final Map<String, CanvasNode> drawn = new LinkedHashMap<>();
  private final Map<String, Ports> ports = new LinkedHashMap<>();
  private final Map<String, List<Wire>> into = new LinkedHashMap<>();
  private final Map<String, List<Wire>> from = new LinkedHashMap<>();
  private final List<String> order;

  BoundCanvas(Canvas canvas, Map<String, BoundNode> bound, List<Wire> wires, List<String> order) {
    this.canvas = canvas;
    this.order = List.copyOf(order);
    canvas.nodes().forEach(node -> drawn.put(node.id(), node));
    for (String id : order) {
      nodes.put(id, bound.get(id));
      ports.put(id, bound.get(id).ports());
      into.put(id, new ArrayList<>());
      from.put(id, new ArrayList<>());
    }
    for (Wire wire : wires) {
      into.get(wire.target()).add(wire);
      from.get(wire.source()).add(wire);
    }
    into.forEach((id, list) -> list.sort(Comparator.comparingInt(wire -> portIndex(id, wire))));
  }

  private int portIndex(String node, Wire wire) {
    List<String> keys = ports.get(node).in().stream().map(port -> port.key()).toList();
    return keys.indexOf(wire.targetPort());
  }

  /** The canvas as it is drawn. */
  public Canvas canvas() {
    return canvas;
  }

  /** The ids of the nodes, each after all nodes before it. */
  public List<String> order() {
    return order;
  }

  /** The node of that id. */
  public BoundNode node(String id) {
    return nodes.get(id);
  }

  /** Whether there is such a node. */
  public boolean has(String id) {
    return nodes.containsKey(id);
  }

  /** The node as it is drawn. */
  public CanvasNode drawn(String id) {
    return drawn.get(id);
  }

  /** The ports of a node. */
  public Ports ports(String id) {
    return ports.get(id);
  }

  /** The arrows into a node, in the order of its in-ports, then of the file. */
  public List<Wire> into(String id) {
    return into.get(id);
  }

  /** The arrows out of a node, in the order of the file. */
  public List<Wire> from(String id) {
    return from.get(id);
  }

  /**
   * Checks that the node has the out-port, or the one for people whose wait was skipped.
   *
   * @throws Problem 404 if it has not
   */
  public void requirePort(String node, String port) {
    if (!has(node)) {
      throw Problem.unknown(
          "unknown-node", "There is no node '%s' here; there are %s.".formatted(node, order));
    }
    List<String> keys = ports.get(node).out().stream().map(OutPort::key).toList();
    boolean skipped = node(node).type() instanceof TimeNode && port.equals("skipped");
    if (!keys.contains(port) && !skipped) {
      throw Problem.unknown(
          "unknown-port", "Node '%s' has no port '%s'; it has %s.".formatted(node, port, keys));
    }
  }

  /** All nodes from which an arrow path leads to the node. */
  public Set<String> before(String id) {
    Set<String> found = new LinkedHashSet<>();
    List<String> open = new ArrayList<>(List.of(id));
    while (!open.isEmpty()) {
      for (Wire wire : into.get(open.remove(open.size() - 1))) {
        if (found.add(wire.source())) {
          open.add(wire.source());
        }
      }
    }
    return found;
  }

  /** Those of the nodes before that send messages. */
  public Set<String> messagesBefore(String id) {
    Set<String> found = before(id);
    found.removeIf(node -> !(nodes.get(node).type() instanceof MessageNode));
    return found;
  }

  /** The imported lists by which people may have come to the node, in the order of the canvas. */
  public List<String> listsBefore(String id) {
    Set<String> before = before(id);
    return order.stream()
        .filter(before::contains)
        .flatMap(node -> nodes.get(node).namedReads().stream())
        .filter(fact -> fact instanceof SetRef set && set.kind() == SetRef.Kind.LIST)
        .map(FactRef::key)
        .distinct()
        .toList();
  }

  /** All nodes to which arrow paths lead from the given wires, in the order of the canvas. */
  public Set<String> reachedBy(List<Wire> wires) {
    Set<String> found = new HashSet<>();
    List<Wire> open = new ArrayList<>(wires);
    while (!open.isEmpty()) {
      Wire wire = open.remove(open.size() - 1);
      if (found.add(wire.target())) {
        open.addAll(from.get(wire.target()));
      }
    }
    Set<String> ordered = new LinkedHashSet<>(order);
    ordered.retainAll(found);
    return ordered;
  }
}
