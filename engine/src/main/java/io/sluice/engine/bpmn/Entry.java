package io.sluice.engine.bpmn;

import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.canvas.Wire;
import io.sluice.node.OutPort;
import io.sluice.node.SourceNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A place where cohorts start to move: the canvas's sources, or a port through which people are
 * released in cohorts of their own. One process is made of each.
 *
 * @param key {@code main}, or node and port of the release
 * @param nodes the nodes of the process, each after all before it
 * @param first the nodes that the start event leads to; a node stands here once per starting arrow
 */
public record Entry(String key, Set<String> nodes, List<String> first) {
  /** The key of the entry of the canvas's sources. */
  public static final String MAIN = Vocabulary.MAIN;

  /** All entries of a canvas; the first is the main one. */
  public static List<Entry> of(BoundCanvas canvas) {
    List<Entry> entries = new ArrayList<>(List.of(main(canvas)));
    for (String node : canvas.order()) {
      for (OutPort port : canvas.ports(node).out()) {
        List<Wire> wires = wiresOf(canvas, node, port.key());
        if (port.release() && !wires.isEmpty()) {
          entries.add(
              new Entry(
                  keyOf(node, port.key()),
                  inside(canvas, wires),
                  wires.stream().map(Wire::target).toList()));
        }
      }
    }
    return entries;
  }

  /** The key of the entry of people whom a node releases by a port. */
  public static String keyOf(String node, String port) {
    return node + "." + port;
  }

  /**
   * The entry of that key.
   *
   * @throws java.util.NoSuchElementException if nothing is drawn behind it
   */
  public static Entry of(BoundCanvas canvas, String key) {
    return find(canvas, key).orElseThrow();
  }

  /** The entry of that key; empty where nothing is drawn behind it. */
  public static Optional<Entry> find(BoundCanvas canvas, String key) {
    return of(canvas).stream().filter(entry -> entry.key().equals(key)).findFirst();
  }

  /** The node that releases people into this entry; empty for the main one. */
  public Optional<String> releasedAt() {
    return key.equals(MAIN)
        ? Optional.empty()
        : Optional.of(key.substring(0, key.lastIndexOf('.')));
  }

  /** Whether people may leave the canvas's nodes in cohorts of their own. */
  public static boolean releases(BoundCanvas canvas) {
    return canvas.order().stream()
        .anyMatch(node -> canvas.ports(node).out().stream().anyMatch(OutPort::release));
  }

  /**
   * The arrows into a node along which people of this entry come: those inside it, and those by
   * which they were released.
   */
  public List<Wire> arrowsInto(BoundCanvas canvas, String node) {
    return canvas.into(node).stream()
        .filter(
            wire ->
                nodes.contains(wire.source()) && flows(canvas, wire)
                    || key.equals(keyOf(wire.source(), wire.sourcePort())))
        .toList();
  }

  private static Entry main(BoundCanvas canvas) {
    List<String> sources =
        canvas.order().stream()
            .filter(node -> canvas.node(node).type() instanceof SourceNode)
            .toList();
    List<Wire> wires = sources.stream().flatMap(source -> canvas.from(source).stream()).toList();
    Set<String> nodes = new LinkedHashSet<>(sources);
    nodes.addAll(inside(canvas, wires));
    return new Entry(Vocabulary.MAIN, nodes, sources);
  }

  /** The nodes that a token reaches without passing another release port. */
  private static Set<String> inside(BoundCanvas canvas, List<Wire> start) {
    Set<String> found = new HashSet<>();
    List<Wire> open = new ArrayList<>(start);
    while (!open.isEmpty()) {
      Wire wire = open.remove(open.size() - 1);
      if (found.add(wire.target())) {
        canvas.from(wire.target()).stream().filter(next -> flows(canvas, next)).forEach(open::add);
      }
    }
    Set<String> ordered = new LinkedHashSet<>(canvas.order());
    ordered.retainAll(found);
    return ordered;
  }

  /** Whether tokens move along the arrow: not where people are released in cohorts of their own. */
  static boolean flows(BoundCanvas canvas, Wire wire) {
    return canvas
        .ports(wire.source())
        .outPort(wire.sourcePort())
        .map(port -> !port.release())
        .orElse(false);
  }

  /** The arrows into a node along which tokens of this process come. */
  List<Wire> flowsInto(BoundCanvas canvas, String node) {
    return canvas.into(node).stream()
        .filter(wire -> nodes.contains(wire.source()) && flows(canvas, wire))
        .toList();
  }

  private static List<Wire> wiresOf(BoundCanvas canvas, String node, String port) {
    return canvas.from(node).stream().filter(wire -> wire.sourcePort().equals(port)).toList();
  }
}
