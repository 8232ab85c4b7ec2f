package io.sluice.engine.agreement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Draws canvases at random on which actions of every kind follow each other: sound ones. */
final class RandomJourney {
  private record Port(String node, String key) {}

  private final Random random;
  private final String key;
  private final boolean guests;
  private final boolean daring;
  private final List<String> nodes = new ArrayList<>();
  private final List<String> edges = new ArrayList<>();
  private final List<Port> ports = new ArrayList<>();
  private final Map<String, String> types = new TreeMap<>();
  private final Map<String, Set<String>> before = new TreeMap<>();
  private final Map<Port, Set<String>> processes = new HashMap<>();
  private final Map<String, Map<String, Set<String>>> gates = new HashMap<>();
  private final Spot.Facts facts = new Spot.Facts();

  private RandomJourney(Random random, String key, boolean guests, boolean daring) {
    this.random = random;
    this.key = key;
    this.guests = guests;
    this.daring = daring;
  }

  /**
   * A canvas as JSON.
   *
   * @param key keeps its tags and segments apart from those of other canvases
   * @param guests whether people of an imported list come in too; then there are messages only
   * @param daring whether rules may ask what only people's future decides
   */
  static String draw(Random random, String key, boolean guests, boolean daring) {
    return new RandomJourney(random, key, guests, daring).draw();
  }

  private String draw() {
    if (guests) {
      put(new Sketch("import-list", "{'list':'fair'}", List.of("out")), List.of());
    }
    put(new Sketch("target-group", "{'who':'everyone'}", List.of("out")), List.of());
    if (guests) {
      put(new Sketch("merge", "{}", List.of("out")), new ArrayList<>(ports));
    }
    int more = guests ? 3 + random.nextInt(6) : 5 + random.nextInt(12);
    for (int i = 0; i < more; i++) {
      add();
    }
    return "{'schemaVersion':1,'name':'%s','nodes':[%s],'edges':[%s]}"
        .formatted(key, String.join(",", nodes), String.join(",", edges))
        .replace('\'', '"');
  }

  private void add() {
    List<Kind> kinds = Kind.ALL.stream().filter(kind -> !guests || kind.takesGuests()).toList();
    int draw = random.nextInt(kinds.stream().mapToInt(Kind::weight).sum());
    int i = 0;
    while (draw >= kinds.get(i).weight()) {
      draw -= kinds.get(i++).weight();
    }
    List<Port> in = pick(kinds.get(i).inputs());
    Map<String, String> earlier = new TreeMap<>();
    for (Port port : in) {
      earlier.put(port.node(), types.get(port.node()));
      before.get(port.node()).forEach(node -> earlier.put(node, types.get(node)));
    }
    Map<String, Set<String>> here = gates(in);
    Spot spot =
        new Spot(random, key, facts, earlier, other -> nobodyComesToBoth(here, other), daring);
    Optional<Sketch> sketch = in.isEmpty() ? Optional.empty() : kinds.get(i).sketch(spot);
    sketch
        .filter(one -> !one.type().equals("exclude") || !areApart(in))
        .ifPresent(one -> spot.taken(put(one, in)));
  }

  /** Whether people may come by some of the ports without others coming by the rest. */
  private boolean areApart(List<Port> in) {
    return in.stream().map(processes::get).distinct().count() > 1;
  }

  /** The nodes that whoever comes here has passed, each with the ports by which they left it. */
  private Map<String, Set<String>> gates(List<Port> in) {
    Map<String, Set<String>> all = null;
    for (Port port : in) {
      Map<String, Set<String>> way = new HashMap<>(gates.get(port.node()));
      way.put(port.node(), Set.of(port.key()));
      if (all == null) {
        all = way;
        continue;
      }
      all.keySet().retainAll(way.keySet());
      all.replaceAll(
          (gate, ports) -> {
            Set<String> both = new LinkedHashSet<>(ports);
            both.addAll(way.get(gate));
            return both;
          });
    }
    return all == null ? Map.of() : all;
  }

  private boolean nobodyComesToBoth(Map<String, Set<String>> here, String other) {
    return here.entrySet().stream()
        .anyMatch(
            gate ->
                gates.get(other).containsKey(gate.getKey())
                    && Collections.disjoint(gates.get(other).get(gate.getKey()), gate.getValue()));
  }

  private String put(Sketch sketch, List<Port> in) {
    String id = "n" + nodes.size();
    nodes.add(
        "{'id':'%s','type':'%s','name':'%s','config':%s}"
            .formatted(id, sketch.type(), sketch.type() + " " + id, sketch.config()));
    types.put(id, sketch.type());
    Set<String> earlier = new LinkedHashSet<>();
    for (int i = 0; i < in.size(); i++) {
      Port port = in.get(i);
      edges.add(
          "{'id':'e%d','source':'%s','sourcePort':'%s','target':'%s','targetPort':'%s'}"
              .formatted(edges.size(), port.node(), port.key(), id, sketch.inPort(i)));
      earlier.add(port.node());
      earlier.addAll(before.get(port.node()));
    }
    before.put(id, earlier);
    gates.put(id, gates(in));
    Set<String> inside = new LinkedHashSet<>();
    in.forEach(port -> inside.addAll(processes.get(port)));
    boolean apart = sketch.config().contains("'zone':'member'");
    for (String key : sketch.ports()) {
      Port port = new Port(id, key);
      ports.add(port);
      processes.put(port, apart ? Set.of(id) : in.isEmpty() ? Set.of("main") : inside);
    }
    return id;
  }

  /** Different ports, late ones more often: canvases become deep as well as wide. */
  private List<Port> pick(int count) {
    Set<Port> some = new LinkedHashSet<>();
    for (int tries = 0; some.size() < count && tries < 20; tries++) {
      some.add(ports.get(Math.max(random.nextInt(ports.size()), random.nextInt(ports.size()))));
    }
    return some.size() < count ? List.of() : new ArrayList<>(some);
  }
}
