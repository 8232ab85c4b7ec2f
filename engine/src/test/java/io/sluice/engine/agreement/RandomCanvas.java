package io.sluice.engine.agreement;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Draws canvases at random: valid ones, of all kinds of nodes, from a seed. */
final class RandomCanvas {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> KINDS =
      List.of(
          "filter",
          "branch",
          "merge",
          "intersect",
          "exclude",
          "dedupe",
          "sample",
          "split",
          "wait",
          "tag",
          "control",
          "save-segment",
          "filter",
          "sample",
          "merge");

  private static final List<String> OWN_TIMES = List.of("birthday", "ordered", "clocks");

  private record Port(String node, String key) {}

  private final Random random;
  private final String suffix;
  private final ObjectNode canvas = JSON.createObjectNode();
  private final ArrayNode nodes;
  private final ArrayNode edges;
  private final List<Port> ports = new ArrayList<>();
  private final Map<String, Set<String>> before = new HashMap<>();
  private final Map<String, String> tagOf = new HashMap<>();
  private final Map<Port, Set<String>> processes = new HashMap<>();
  private final boolean ownTimes;

  private RandomCanvas(long seed, String suffix, boolean ownTimes) {
    this.random = new Random(seed);
    this.ownTimes = ownTimes;
    this.suffix = suffix;
    canvas.put("schemaVersion", 1).put("name", "Random " + seed);
    nodes = canvas.putArray("nodes");
    edges = canvas.putArray("edges");
  }

  /**
   * A canvas of 2 to 20 nodes; {@code suffix} keeps its tags apart from those of other canvases.
   *
   * @param ownTimes whether there are waits which people leave each at a time of their own
   */
  static ObjectNode draw(long seed, String suffix, boolean ownTimes) {
    return new RandomCanvas(seed, suffix, ownTimes).draw();
  }

  private ObjectNode draw() {
    int sources = 1 + random.nextInt(3);
    for (int i = 0; i < sources; i++) {
      addSource();
    }
    int more = 1 + random.nextInt(20 - sources);
    for (int i = 0; i < more; i++) {
      add(
          ownTimes && (i == 0 || random.nextInt(10) == 0)
              ? OWN_TIMES.get(random.nextInt(OWN_TIMES.size()))
              : KINDS.get(random.nextInt(KINDS.size())));
    }
    return canvas;
  }

  private void addSource() {
    ObjectNode config = JSON.createObjectNode();
    if (random.nextInt(3) == 0) {
      config.put("who", "everyone");
    } else {
      config.put("who", "rule").set("rule", rule(Set.of(), 1));
    }
    add("target-group", List.of(), List.of(), config, "out");
  }

  private void add(String kind) {
    ObjectNode config = JSON.createObjectNode();
    switch (kind) {
      case "filter" -> {
        Port in = pick();
        config.set("rule", rule(beforeAnd(in), 2));
        add(kind, List.of(in), List.of("in"), config, "out", "rest");
      }
      case "branch" -> {
        Port in = pick();
        for (String key : List.of("a", "b", "c").subList(0, 1 + random.nextInt(3))) {
          config
              .withArray("branches")
              .addObject()
              .put("key", key)
              .put("name", key)
              .set("rule", rule(beforeAnd(in), 1));
        }
        List<String> keys = new ArrayList<>(config.get("branches").findValuesAsText("key"));
        keys.removeIf(key -> key.length() != 1);
        keys.add("rest");
        add(kind, List.of(in), List.of("in"), config, keys.toArray(String[]::new));
      }
      case "merge", "intersect" -> {
        List<Port> in = pickSome(2 + random.nextInt(3));
        if (kind.equals("intersect") && areApart(in)) {
          return;
        }
        List<String> targets = in.stream().map(port -> "in").toList();
        add(
            kind,
            in,
            targets,
            config,
            kind.equals("merge") ? new String[] {"out"} : new String[] {"out", "rest"});
      }
      case "exclude" -> {
        List<Port> in = pickSome(2 + random.nextInt(2));
        List<String> targets = new ArrayList<>(in.stream().map(port -> "minus").toList());
        targets.set(0, "main");
        if (in.size() > 1 && !areApart(in)) {
          add(kind, in, targets, config, "out", "rest");
        }
      }
      case "dedupe" -> {
        List<Port> in = pickSome(2 + random.nextInt(3));
        if (in.size() > 1 && !areApart(in)) {
          config.put("inputs", in.size());
          List<String> targets = new ArrayList<>();
          List<String> out = new ArrayList<>();
          for (int i = 1; i <= in.size(); i++) {
            targets.add("in" + i);
            out.add("out" + i);
          }
          add(kind, in, targets, config, out.toArray(String[]::new));
        }
      }
      case "sample" -> sample(config);
      case "split" -> {
        int control = random.nextInt(3) * 5;
        int a = random.nextInt(100 - control + 1);
        config.withArray("variants").addObject().put("key", "a").put("name", "A").put("percent", a);
        config
            .withArray("variants")
            .addObject()
            .put("key", "b")
            .put("name", "B")
            .put("percent", 100 - control - a);
        if (a == 0 || a == 100 - control) {
          return;
        }
        if (control > 0) {
          config.put("controlPercent", control);
          add(kind, List.of(pick()), List.of("in"), config, "a", "b", "control");
        } else {
          add(kind, List.of(pick()), List.of("in"), config, "a", "b");
        }
      }
      case "wait" -> {
        config.put("for", "duration").put("duration", "P" + (1 + random.nextInt(20)) + "D");
        add(kind, List.of(pick()), List.of("in"), config, "out");
      }
      case "birthday" -> {
        config.put("for", "date").put("zone", random.nextBoolean() ? "member" : "workspace");
        config
            .putObject("date")
            .put("of", "birth-date")
            .put("amount", random.nextInt(4))
            .put("side", random.nextBoolean() ? "before" : "after");
        add("wait", List.of(pick()), List.of("in"), config, "out", "no-date");
      }
      case "ordered" -> {
        config.put("for", "date").put("time", "18:30");
        config.putObject("date").put("of", "order-paid").put("amount", random.nextInt(5));
        add("wait", List.of(pick()), List.of("in"), config, "out", "no-date");
      }
      case "clocks" -> {
        config.put("for", "weekday").put("time", "10:00").put("zone", "member");
        config.putArray("weekdays").add(random.nextBoolean() ? "monday" : "saturday");
        add("wait", List.of(pick()), List.of("in"), config, "out");
      }
      case "tag" -> {
        config.put("action", random.nextInt(4) == 0 ? "remove" : "add");
        boolean own = tagOf.isEmpty() || random.nextBoolean();
        Port in = pick();
        // A tag that a parallel path writes may not be written or read here.
        List<String> usable =
            beforeAnd(in).stream().filter(tagOf::containsKey).map(tagOf::get).toList();
        String tag = own || usable.isEmpty() ? "t" + nodes.size() + suffix : usable.get(0);
        if (tagOf.containsValue(tag)) {
          return;
        }
        config.put("tag", tag);
        if (config.get("action").asText().equals("add") && random.nextInt(3) == 0) {
          config.put("expiresAfter", "P" + (1 + random.nextInt(15)) + "D");
        }
        tagOf.put("n" + nodes.size(), tag);
        add(kind, List.of(in), List.of("in"), config, "done");
      }
      case "control" -> add(kind, List.of(pick()), List.of("in"), config, "done");
      case "save-segment" -> {
        config.put("segment", "s" + nodes.size() + suffix);
        add(kind, List.of(pick()), List.of("in"), config, "done");
      }
      default -> throw new IllegalArgumentException(kind);
    }
  }

  private void sample(ObjectNode config) {
    boolean byRatio = random.nextBoolean();
    int draws = 1 + random.nextInt(3);
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < draws; i++) {
      String key = "d" + i;
      keys.add(key);
      ObjectNode draw = config.withArray("draws").addObject().put("key", key).put("name", key);
      if (byRatio) {
        draw.put("ratio", (1 + random.nextInt(33)) / 100.0);
      } else {
        draw.put("number", 1 + random.nextInt(150));
      }
    }
    if (random.nextInt(3) == 0) {
      config.put("samePeopleEachTime", true);
    }
    keys.add("rest");
    add("sample", List.of(pick()), List.of("in"), config, keys.toArray(String[]::new));
  }

  private void add(
      String type, List<Port> in, List<String> targets, ObjectNode config, String... out) {
    String id = "n" + nodes.size();
    nodes
        .addObject()
        .put("id", id)
        .put("type", type)
        .put("name", type + " " + id)
        .set("config", config);
    Set<String> all = new HashSet<>();
    for (int i = 0; i < in.size(); i++) {
      edges
          .addObject()
          .put("id", "e" + edges.size())
          .put("source", in.get(i).node())
          .put("sourcePort", in.get(i).key())
          .put("target", id)
          .put("targetPort", targets.get(i));
      all.addAll(beforeAnd(in.get(i)));
    }
    before.put(id, all);
    Set<String> inside = new HashSet<>();
    in.forEach(port -> inside.addAll(processes.get(port)));
    boolean apart = config.path("for").asText().matches("date|weekday");
    for (String key : out) {
      Port port = new Port(id, key);
      ports.add(port);
      processes.put(
          port, apart && key.equals("out") ? Set.of(id) : in.isEmpty() ? Set.of("main") : inside);
    }
  }

  /** Whether people may come by some of the ports without others coming by the rest. */
  private boolean areApart(List<Port> in) {
    return in.stream().map(processes::get).distinct().count() > 1;
  }

  private Set<String> beforeAnd(Port port) {
    Set<String> all = new HashSet<>(before.get(port.node()));
    all.add(port.node());
    return all;
  }

  private Port pick() {
    // Late ports more often, so that canvases become deep as well as wide.
    int index = Math.max(random.nextInt(ports.size()), random.nextInt(ports.size()));
    return ports.get(index);
  }

  private List<Port> pickSome(int most) {
    Set<Port> some = new java.util.LinkedHashSet<>();
    for (int i = 0; i < most; i++) {
      some.add(pick());
    }
    return new ArrayList<>(some);
  }

  private ObjectNode rule(Set<String> nodesBefore, int depth) {
    ObjectNode rule = JSON.createObjectNode();
    if (depth > 0 && random.nextInt(3) == 0) {
      ArrayNode parts = rule.putArray(List.of("all", "any", "none").get(random.nextInt(3)));
      for (int i = 0; i <= random.nextInt(3); i++) {
        parts.add(rule(nodesBefore, depth - 1));
      }
      return rule;
    }
    List<String> tags =
        new ArrayList<>(
            nodesBefore.stream().filter(tagOf::containsKey).sorted().map(tagOf::get).toList());
    tags.add("vip");
    return switch (random.nextInt(7)) {
      case 0 ->
          rule.put("profile", "level").put("op", "at-least").put("value", 1 + random.nextInt(4));
      case 1 ->
          rule.put("profile", "gender")
              .put("op", "is")
              .put("value", random.nextBoolean() ? "female" : "male");
      case 2 -> rule.put("profile", "city").put("op", "is-not").put("value", "Shanghai");
      case 3 -> {
        rule.put("orders", "count")
            .put("op", random.nextBoolean() ? "at-least" : "at-most")
            .put("value", random.nextInt(3));
        window(rule.putObject("window"), nodesBefore);
        yield rule;
      }
      case 4 -> {
        rule.put("type", TestPopulation.EVENTS.get(random.nextInt(2)));
        switch (random.nextInt(3)) {
          case 0 -> rule.put("events", "done");
          case 1 -> rule.put("events", "not-done");
          default ->
              rule.put("events", "count")
                  .put("op", random.nextBoolean() ? "at-least" : "at-most")
                  .put("value", random.nextInt(3));
        }
        window(rule.putObject("window"), nodesBefore);
        yield rule;
      }
      default -> {
        rule.put("tag", tags.get(random.nextInt(tags.size())));
        if (random.nextBoolean()) {
          rule.put("op", "has-not");
        }
        yield rule;
      }
    };
  }

  private void window(ObjectNode window, Set<String> nodesBefore) {
    int kind = nodesBefore.isEmpty() ? 0 : random.nextInt(4);
    switch (kind) {
      case 1 -> window.put("since", "entering");
      case 2 -> {
        List<String> nodes = nodesBefore.stream().sorted().toList();
        window.put("sinceNode", nodes.get(random.nextInt(nodes.size())));
      }
      default -> window.put("last", "P" + (10 + random.nextInt(80)) + "D");
    }
  }
}
