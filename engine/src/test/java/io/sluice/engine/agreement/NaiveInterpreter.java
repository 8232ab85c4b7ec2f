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
  private final Map<String, Map<String, Set<Integer>>> ports = new LinkedHashMap<>();
  private final Map<String, Instant> arrival = new HashMap<>();
  private final Map<String, Instant> release = new HashMap<>();
  private final Map<String, List<Write>> writes = new HashMap<>();

  private record Write(
      String tag, boolean add, Set<Integer> members, Instant at, Instant expires) {}

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
    List<JsonNode> open = new ArrayList<>();
    canvas.get("nodes").forEach(open::add);
    while (!open.isEmpty()) {
      JsonNode next =
          open.stream()
              .filter(
                  node ->
                      arrows(node).stream()
                          .allMatch(arrow -> ports.containsKey(arrow.get("source").asText())))
              .findFirst()
              .orElseThrow();
      open.remove(next);
      step(next);
    }
    return ports;
  }

  private List<JsonNode> arrows(JsonNode node) {
    List<JsonNode> into = new ArrayList<>();
    for (JsonNode edge : canvas.get("edges")) {
      if (edge.get("target").asText().equals(node.get("id").asText())) {
        into.add(edge);
      }
    }
    return into;
  }

  private Set<Integer> arriving(JsonNode node, String port) {
    Set<Integer> all = new TreeSet<>();
    arrivingEach(node, port).forEach(all::addAll);
    return all;
  }

  private List<Set<Integer>> arrivingEach(JsonNode node, String port) {
    return arrows(node).stream()
        .filter(edge -> edge.path("targetPort").asText("in").equals(port))
        .map(edge -> ports.get(edge.get("source").asText()).get(edge.get("sourcePort").asText()))
        .toList();
  }

  private void step(JsonNode node) {
    String id = node.get("id").asText();
    JsonNode config = node.get("config");
    Instant now =
        arrows(node).stream()
            .map(edge -> release.get(edge.get("source").asText()))
            .max(Comparator.naturalOrder())
            .orElse(start);
    arrival.put(id, now);
    release.put(id, now);
    Map<String, Set<Integer>> out = new LinkedHashMap<>();
    switch (node.get("type").asText()) {
      case "target-group" -> {
        out.put("out", new TreeSet<>());
        for (Person person : people) {
          if (config.get("who").asText().equals("everyone")
              || matches(person, config.get("rule"), id, now)) {
            out.get("out").add(person.id());
          }
        }
      }
      case "filter" -> {
        out.put("out", new TreeSet<>());
        out.put("rest", new TreeSet<>());
        for (int member : arriving(node, "in")) {
          out.get(matches(person(member), config.get("rule"), id, now) ? "out" : "rest")
              .add(member);
        }
      }
      case "branch" -> {
        for (JsonNode branch : config.get("branches")) {
          out.put(branch.get("key").asText(), new TreeSet<>());
        }
        out.put("rest", new TreeSet<>());
        for (int member : arriving(node, "in")) {
          String port = "rest";
          for (JsonNode branch : config.get("branches")) {
            if (matches(person(member), branch.get("rule"), id, now)) {
              port = branch.get("key").asText();
              break;
            }
          }
          out.get(port).add(member);
        }
      }
      case "merge" -> out.put("out", arriving(node, "in"));
      case "intersect" -> {
        out.put("out", new TreeSet<>());
        out.put("rest", new TreeSet<>());
        for (int member : arriving(node, "in")) {
          boolean everywhere =
              arrivingEach(node, "in").stream().allMatch(input -> input.contains(member));
          out.get(everywhere ? "out" : "rest").add(member);
        }
      }
      case "exclude" -> {
        out.put("out", new TreeSet<>());
        out.put("rest", new TreeSet<>());
        for (int member : arriving(node, "main")) {
          boolean excluded =
              arrivingEach(node, "minus").stream().anyMatch(input -> input.contains(member));
          out.get(excluded ? "rest" : "out").add(member);
        }
      }
      case "dedupe" -> {
        Set<Integer> seen = new HashSet<>();
        for (int i = 1; i <= config.get("inputs").asInt(); i++) {
          Set<Integer> kept = new TreeSet<>();
          for (int member : arriving(node, "in" + i)) {
            if (seen.add(member)) {
              kept.add(member);
            }
          }
          out.put("out" + i, kept);
        }
      }
      case "sample" -> sample(node, config, out);
      case "split" -> split(node, config, out);
      case "wait" -> {
        Set<Integer> waiting = arriving(node, "in");
        if (!waiting.isEmpty()) {
          release.put(id, now.plus(Duration.parse(config.get("duration").asText())));
        }
        out.put("out", waiting);
      }
      case "tag" -> {
        Set<Integer> tagged = arriving(node, "in");
        boolean add = config.get("action").asText().equals("add");
        Instant expires =
            config.has("expiresAfter")
                ? now.plus(Duration.parse(config.get("expiresAfter").asText()))
                : null;
        writes.put(id, List.of(new Write(config.get("tag").asText(), add, tagged, now, expires)));
        out.put("done", tagged);
      }
      case "control", "save-segment" -> out.put("done", arriving(node, "in"));
      default -> throw new IllegalArgumentException(node.get("type").asText());
    }
    ports.put(id, out);
  }

  private void sample(JsonNode node, JsonNode config, Map<String, Set<Integer>> out) {
    List<Integer> ranked =
        ranked(
            node,
            arriving(node, "in"),
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

  private void split(JsonNode node, JsonNode config, Map<String, Set<Integer>> out) {
    List<Integer> ranked = ranked(node, arriving(node, "in"), runSeed);
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

  private boolean matches(Person person, JsonNode rule, String node, Instant now) {
    if (rule.has("all")) {
      return stream(rule.get("all")).allMatch(part -> matches(person, part, node, now));
    }
    if (rule.has("any")) {
      return stream(rule.get("any")).anyMatch(part -> matches(person, part, node, now));
    }
    if (rule.has("none")) {
      return stream(rule.get("none")).noneMatch(part -> matches(person, part, node, now));
    }
    if (rule.has("tag")) {
      return hasTag(person, rule.get("tag").asText(), node, now)
          == !rule.path("op").asText("has").equals("has-not");
    }
    if (rule.has("orders")) {
      Instant from = from(rule.get("window"), now);
      long count =
          person.orders().stream().filter(at -> at.isAfter(from) && !at.isAfter(now)).count();
      return rule.get("op").asText().equals("at-least")
          ? count >= rule.get("value").asInt()
          : count <= rule.get("value").asInt();
    }
    if (rule.has("events")) {
      return did(person, rule, now);
    }
    return switch (rule.get("profile").asText()) {
      case "level" -> person.level() >= rule.get("value").asInt();
      case "gender" -> person.gender().equals(rule.get("value").asText());
      case "city" -> !person.city().equals(rule.get("value").asText());
      default -> throw new IllegalArgumentException(rule.toString());
    };
  }

  private boolean did(Person person, JsonNode rule, Instant now) {
    Instant from = from(rule.get("window"), now);
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

  /** What counts is later than this. */
  private Instant from(JsonNode window, Instant now) {
    if (window.has("last")) {
      return now.minus(Duration.parse(window.get("last").asText()));
    }
    return window.has("since") ? start : arrival.get(window.get("sinceNode").asText());
  }

  private boolean hasTag(Person person, String tag, String node, Instant now) {
    boolean has = person.tags().contains(tag);
    for (String before : before(node)) {
      for (Write write : writes.getOrDefault(before, List.of())) {
        if (write.tag().equals(tag) && write.members().contains(person.id())) {
          has = write.add() && (write.expires() == null || write.expires().isAfter(now));
        }
      }
    }
    return has;
  }

  /**
   * The nodes before a node, in the order of the canvas file, which lists each after its inputs.
   */
  private List<String> before(String id) {
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
    return stream(canvas.get("nodes"))
        .map(n -> n.get("id").asText())
        .filter(found::contains)
        .toList();
  }

  private static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
    return java.util.stream.StreamSupport.stream(array.spliterator(), false);
  }
}
