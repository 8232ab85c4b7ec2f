package io.sluice.engine.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jpountz.xxhash.XXHash64;
import net.jpountz.xxhash.XXHashFactory;

/**
 * Computes a canvas file person by person, straight from the words of the specification: no sets of
 * bits, no process engine, no SQL, and no line of the engine's code.
 */
final class NaiveInterpreter {
  private static final XXHash64 XXHASH = XXHashFactory.safeInstance().hash64();

  private final Collection<Person> people;
  private final JsonNode canvas;
  private final long runSeed;
  private final long campaignSeed;
  private final Instant start;
  private final List<Group> groups = new ArrayList<>();
  private final List<Write> writes = new ArrayList<>();
  private final Map<String, Set<Integer>> reached = new HashMap<>();
  private final List<Sleeper> sleepers = new ArrayList<>();

  private record Write(
      String node, String tag, boolean add, Set<Integer> members, Instant at, Instant expires) {}

  /** People who move together. Those who left a wait at a time of their own are a new group. */
  private static final class Group {
    /** The node and port out of which the group came; null where it entered the canvas. */
    final String cameOutOf;

    final Instant start;
    final Set<String> todo = new HashSet<>();
    final Map<Integer, Set<Group>> before = new HashMap<>();
    final Map<String, Map<String, Set<Integer>>> ports = new LinkedHashMap<>();
    final Map<String, Instant> arrival = new HashMap<>();
    final Map<String, Instant> release = new HashMap<>();

    Group(String cameOutOf, Instant start) {
      this.cameOutOf = cameOutOf;
      this.start = start;
    }
  }

  /** Somebody who waits at a node for a time of their own. */
  private record Sleeper(Group group, String node, int member, Instant until) {}

  private record Step(Group group, JsonNode node, Instant at) {}

  NaiveInterpreter(
      Collection<Person> people, JsonNode canvas, long runSeed, long campaignSeed, Instant start) {
    this.people = people;
    this.canvas = canvas;
    this.runSeed = runSeed;
    this.campaignSeed = campaignSeed;
    this.start = start;
  }

  /** The member ids at each port of each node. */
  Map<String, Map<String, Set<Integer>>> run() {
    Group entering = new Group(null, start);
    for (JsonNode node : canvas.get("nodes")) {
      if (node.get("type").asText().equals("target-group")) {
        visit(entering, node.get("id").asText());
      }
    }
    groups.add(entering);
    while (true) {
      Step next = nextStep();
      Sleeper wakes =
          sleepers.stream()
              .min(
                  Comparator.comparing(Sleeper::until)
                      .thenComparing(sleeper -> place(sleeper.node())))
              .orElse(null);
      if (wakes != null && (next == null || next.at().isAfter(wakes.until()))) {
        wake(wakes);
      } else if (next != null) {
        next.group().todo.remove(next.node().get("id").asText());
        step(next.group(), next.node(), next.at());
      } else {
        return everywhere();
      }
    }
  }

  private Step nextStep() {
    Step first = null;
    for (Group group : groups) {
      for (JsonNode node : canvas.get("nodes")) {
        if (group.todo.contains(node.get("id").asText())
            && arrows(group, node).stream()
                .allMatch(arrow -> group.ports.containsKey(arrow.get("source").asText()))) {
          Instant at =
              arrows(group, node).stream()
                  .map(edge -> group.release.get(edge.get("source").asText()))
                  .max(Comparator.naturalOrder())
                  .orElse(group.start);
          if (first == null || at.isBefore(first.at())) {
            first = new Step(group, node, at);
          }
        }
      }
    }
    return first;
  }

  /** All who wait at that node for that instant leave together. */
  private void wake(Sleeper first) {
    Group group = new Group(first.node() + "/out", first.until());
    Set<Integer> members = new TreeSet<>();
    for (Sleeper one : List.copyOf(sleepers)) {
      if (one.node().equals(first.node()) && one.until().equals(first.until())) {
        sleepers.remove(one);
        members.add(one.member());
        group.before.computeIfAbsent(one.member(), member -> new HashSet<>()).add(one.group());
      }
    }
    group.ports.put(first.node(), Map.of("out", members));
    group.release.put(first.node(), first.until());
    for (JsonNode edge : canvas.get("edges")) {
      if (edge.get("source").asText().equals(first.node())
          && edge.get("sourcePort").asText().equals("out")) {
        visit(group, edge.get("target").asText());
      }
    }
    groups.add(group);
  }

  private void visit(Group group, String node) {
    if (group.todo.add(node)) {
      for (JsonNode edge : canvas.get("edges")) {
        if (edge.get("source").asText().equals(node) && !leadsApart(edge)) {
          visit(group, edge.get("target").asText());
        }
      }
    }
  }

  private boolean leadsApart(JsonNode edge) {
    JsonNode config = node(edge.get("source").asText()).get("config");
    return config.path("for").asText().matches("date|weekday")
        && edge.get("sourcePort").asText().equals("out");
  }

  private JsonNode node(String id) {
    return stream(canvas.get("nodes"))
        .filter(node -> node.get("id").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private int place(String id) {
    return stream(canvas.get("nodes")).map(node -> node.get("id").asText()).toList().indexOf(id);
  }

  private Map<String, Map<String, Set<Integer>>> everywhere() {
    Map<String, Map<String, Set<Integer>>> all = new LinkedHashMap<>();
    for (Group group : groups) {
      group.ports.forEach(
          (node, ports) ->
              ports.forEach(
                  (port, members) ->
                      all.computeIfAbsent(node, one -> new LinkedHashMap<>())
                          .computeIfAbsent(port, one -> new TreeSet<>())
                          .addAll(members)));
    }
    return all;
  }

  /** The arrows on which people of the group come to a node. */
  private List<JsonNode> arrows(Group group, JsonNode node) {
    List<JsonNode> into = new ArrayList<>();
    for (JsonNode edge : canvas.get("edges")) {
      String from = edge.get("source").asText();
      boolean inside = group.todo.contains(from) || group.arrival.containsKey(from);
      boolean out = (from + "/" + edge.get("sourcePort").asText()).equals(group.cameOutOf);
      if (edge.get("target").asText().equals(node.get("id").asText())
          && (out || inside && !leadsApart(edge))) {
        into.add(edge);
      }
    }
    return into;
  }

  private Set<Integer> arriving(Group group, JsonNode node, String port) {
    Set<Integer> all = new TreeSet<>();
    arrivingEach(group, node, port).forEach(all::addAll);
    return all;
  }

  private List<Set<Integer>> arrivingEach(Group group, JsonNode node, String port) {
    return arrows(group, node).stream()
        .filter(edge -> edge.path("targetPort").asText("in").equals(port))
        .map(
            edge ->
                group
                    .ports
                    .get(edge.get("source").asText())
                    .getOrDefault(edge.get("sourcePort").asText(), Set.of()))
        .toList();
  }

  /** Those who come to an action for the first time; it acts on nobody twice. */
  private Set<Integer> arrivingFirst(Group group, JsonNode node, Map<String, Set<Integer>> out) {
    Set<Integer> first = new TreeSet<>();
    Set<Integer> again = new TreeSet<>();
    for (int member : arriving(group, node, "in")) {
      boolean is =
          reached.computeIfAbsent(node.get("id").asText(), one -> new HashSet<>()).add(member);
      (is ? first : again).add(member);
    }
    out.put("suppressed", again);
    return first;
  }

  private void step(Group group, JsonNode node, Instant now) {
    String id = node.get("id").asText();
    JsonNode config = node.get("config");
    group.arrival.put(id, now);
    group.release.put(id, now);
    Step at = new Step(group, node, now);
    Map<String, Set<Integer>> out = new LinkedHashMap<>();
    switch (node.get("type").asText()) {
      case "target-group" -> {
        out.put("out", new TreeSet<>());
        for (Person person : people) {
          if (config.get("who").asText().equals("everyone")
              || matches(person, config.get("rule"), at)) {
            out.get("out").add(person.id());
          }
        }
      }
      case "filter" -> {
        out.put("out", new TreeSet<>());
        out.put("rest", new TreeSet<>());
        for (int member : arriving(group, node, "in")) {
          out.get(matches(person(member), config.get("rule"), at) ? "out" : "rest").add(member);
        }
      }
      case "branch" -> {
        for (JsonNode branch : config.get("branches")) {
          out.put(branch.get("key").asText(), new TreeSet<>());
        }
        out.put("rest", new TreeSet<>());
        for (int member : arriving(group, node, "in")) {
          String port = "rest";
          for (JsonNode branch : config.get("branches")) {
            if (matches(person(member), branch.get("rule"), at)) {
              port = branch.get("key").asText();
              break;
            }
          }
          out.get(port).add(member);
        }
      }
      case "merge" -> out.put("out", arriving(group, node, "in"));
      case "intersect" -> {
        out.put("out", new TreeSet<>());
        out.put("rest", new TreeSet<>());
        for (int member : arriving(group, node, "in")) {
          boolean everywhere =
              arrivingEach(group, node, "in").stream().allMatch(input -> input.contains(member));
          out.get(everywhere ? "out" : "rest").add(member);
        }
      }
      case "exclude" -> {
        out.put("out", new TreeSet<>());
        out.put("rest", new TreeSet<>());
        for (int member : arriving(group, node, "main")) {
          boolean excluded =
              arrivingEach(group, node, "minus").stream().anyMatch(input -> input.contains(member));
          out.get(excluded ? "rest" : "out").add(member);
        }
      }
      case "dedupe" -> {
        Set<Integer> seen = new HashSet<>();
        for (int i = 1; i <= config.get("inputs").asInt(); i++) {
          Set<Integer> kept = new TreeSet<>();
          for (int member : arriving(group, node, "in" + i)) {
            if (seen.add(member)) {
              kept.add(member);
            }
          }
          out.put("out" + i, kept);
        }
      }
      case "sample" -> sample(group, node, config, out);
      case "split" -> split(group, node, config, out);
      case "wait" -> wait(group, node, now, out);
      case "tag" -> {
        Set<Integer> tagged = arrivingFirst(group, node, out);
        boolean add = config.get("action").asText().equals("add");
        Instant expires =
            config.has("expiresAfter")
                ? now.plus(Duration.parse(config.get("expiresAfter").asText()))
                : null;
        writes.add(new Write(id, config.get("tag").asText(), add, tagged, now, expires));
        out.put("done", tagged);
      }
      case "control", "save-segment" -> out.put("done", arrivingFirst(group, node, out));
      default -> throw new IllegalArgumentException(node.get("type").asText());
    }
    group.ports.put(id, out);
  }

  private void wait(Group group, JsonNode node, Instant now, Map<String, Set<Integer>> out) {
    JsonNode config = node.get("config");
    String id = node.get("id").asText();
    Set<Integer> waiting = arriving(group, node, "in");
    if (config.get("for").asText().equals("duration")) {
      out.put("out", waiting);
      if (!waiting.isEmpty()) {
        group.release.put(id, now.plus(Duration.parse(config.get("duration").asText())));
      }
      return;
    }
    out.put("no-date", new TreeSet<>());
    for (int member : waiting) {
      Instant until = NaiveClock.until(person(member), config, now);
      if (until == null) {
        out.get("no-date").add(member);
      } else {
        sleepers.add(new Sleeper(group, id, member, until));
      }
    }
  }

  private void sample(Group group, JsonNode node, JsonNode config, Map<String, Set<Integer>> out) {
    List<Integer> ranked =
        ranked(
            node,
            arriving(group, node, "in"),
            config.path("samePeopleEachTime").asBoolean() ? campaignSeed : runSeed);
    BigDecimal ratio = BigDecimal.ZERO;
    int from = 0;
    for (JsonNode draw : config.get("draws")) {
      int to;
      if (draw.has("ratio")) {
        ratio = ratio.add(new BigDecimal(draw.get("ratio").asText()));
        to = round(ratio.multiply(BigDecimal.valueOf(ranked.size())));
      } else {
        to = Math.min(ranked.size(), from + draw.get("number").asInt());
      }
      out.put(draw.get("key").asText(), new TreeSet<>(ranked.subList(from, to)));
      from = to;
    }
    out.put("rest", new TreeSet<>(ranked.subList(from, ranked.size())));
  }

  private void split(Group group, JsonNode node, JsonNode config, Map<String, Set<Integer>> out) {
    List<Integer> ranked = ranked(node, arriving(group, node, "in"), runSeed);
    BigDecimal percent = BigDecimal.ZERO;
    int from = 0;
    Map<String, BigDecimal> parts = new LinkedHashMap<>();
    config
        .get("variants")
        .forEach(v -> parts.put(v.get("key").asText(), new BigDecimal(v.get("percent").asText())));
    if (config.has("controlPercent")) {
      parts.put("control", new BigDecimal(config.get("controlPercent").asText()));
    }
    for (Map.Entry<String, BigDecimal> part : parts.entrySet()) {
      percent = percent.add(part.getValue());
      int to = round(percent.multiply(BigDecimal.valueOf(ranked.size())).movePointLeft(2));
      out.put(part.getKey(), new TreeSet<>(ranked.subList(from, to)));
      from = to;
    }
  }

  private static int round(BigDecimal value) {
    return value.setScale(0, RoundingMode.HALF_UP).intValueExact();
  }

  private static List<Integer> ranked(JsonNode node, Set<Integer> members, long seed) {
    byte[] salt = node.get("id").asText().getBytes(StandardCharsets.UTF_8);
    long nodeSeed = XXHASH.hash(salt, 0, salt.length, seed);
    return members.stream()
        .sorted(
            Comparator.comparing((Integer member) -> key(member, nodeSeed), Long::compareUnsigned)
                .thenComparing(member -> member))
        .toList();
  }

  private static long key(int member, long nodeSeed) {
    byte[] bytes = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(member).array();
    return XXHASH.hash(bytes, 0, 4, nodeSeed);
  }

  private Person person(int id) {
    return people.stream().filter(person -> person.id() == id).findFirst().orElseThrow();
  }

  private boolean matches(Person person, JsonNode rule, Step at) {
    Instant now = at.at();
    if (rule.has("all")) {
      return stream(rule.get("all")).allMatch(part -> matches(person, part, at));
    }
    if (rule.has("any")) {
      return stream(rule.get("any")).anyMatch(part -> matches(person, part, at));
    }
    if (rule.has("none")) {
      return stream(rule.get("none")).noneMatch(part -> matches(person, part, at));
    }
    if (rule.has("tag")) {
      return hasTag(person, rule.get("tag").asText(), at.node().get("id").asText(), now)
          == !rule.path("op").asText("has").equals("has-not");
    }
    if (rule.has("orders")) {
      return starts(rule.get("window"), person, at).stream()
          .anyMatch(from -> ordered(person, rule, from, now));
    }
    if (rule.has("events")) {
      return starts(rule.get("window"), person, at).stream()
          .anyMatch(from -> did(person, rule, from, now));
    }
    return switch (rule.get("profile").asText()) {
      case "level" -> person.level() >= rule.get("value").asInt();
      case "gender" -> person.gender().equals(rule.get("value").asText());
      case "city" -> !person.city().equals(rule.get("value").asText());
      default -> throw new IllegalArgumentException(rule.toString());
    };
  }

  private static boolean ordered(Person person, JsonNode rule, Instant from, Instant now) {
    long count =
        person.orders().stream().filter(at -> at.isAfter(from) && !at.isAfter(now)).count();
    return rule.get("op").asText().equals("at-least")
        ? count >= rule.get("value").asInt()
        : count <= rule.get("value").asInt();
  }

  private static boolean did(Person person, JsonNode rule, Instant from, Instant now) {
    long count =
        person.events().stream()
            .filter(event -> event.type().equals(rule.get("type").asText()))
            .filter(event -> event.at().isAfter(from) && !event.at().isAfter(now))
            .count();
    return switch (rule.get("events").asText()) {
      case "done" -> count > 0;
      case "not-done" -> count == 0;
      default ->
          rule.get("op").asText().equals("at-least")
              ? count >= rule.get("value").asInt()
              : count <= rule.get("value").asInt();
    };
  }

  /** What counts is later than this: of several ways to a node, by any of them. */
  private List<Instant> starts(JsonNode window, Person person, Step at) {
    if (window.has("last")) {
      return List.of(at.at().minus(Duration.parse(window.get("last").asText())));
    }
    return window.has("since")
        ? List.of(start)
        : cameTo(window.get("sinceNode").asText(), at.group(), person.id());
  }

  private List<Instant> cameTo(String node, Group group, int member) {
    if (group.arrival.containsKey(node)) {
      return List.of(group.arrival.get(node));
    }
    return group.before.getOrDefault(member, Set.of()).stream()
        .flatMap(before -> cameTo(node, before, member).stream())
        .toList();
  }

  private boolean hasTag(Person person, String tag, String node, Instant now) {
    boolean has = person.tags().contains(tag);
    Set<String> before = before(node);
    for (Write write : writes) {
      if (before.contains(write.node())
          && write.tag().equals(tag)
          && write.members().contains(person.id())) {
        has = write.add() && (write.expires() == null || write.expires().isAfter(now));
      }
    }
    return has;
  }

  private Set<String> before(String id) {
    Set<String> found = new HashSet<>();
    List<String> open = new ArrayList<>(List.of(id));
    while (!open.isEmpty()) {
      String node = open.remove(0);
      for (JsonNode edge : canvas.get("edges")) {
        if (edge.get("target").asText().equals(node) && found.add(edge.get("source").asText())) {
          open.add(edge.get("source").asText());
        }
      }
    }
    return found;
  }

  private static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
    return java.util.stream.StreamSupport.stream(array.spliterator(), false);
  }
}
