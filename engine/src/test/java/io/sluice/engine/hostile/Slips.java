package io.sluice.engine.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Slips in the form of a canvas file: its fields, the ids, the arrows; and those in the settings.
 */
final class Slips {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> OPTIONAL =
      Set.of("name", "position", "sourcePort", "targetPort");
  private static final List<String> HOSTILE_IDS =
      List.of(
          "",
          " ",
          "1a",
          "a b",
          "a.b",
          "${x}",
          "#{x}",
          "<a>",
          "'; drop table member; --",
          "名",
          "../../x",
          "a\u0000b",
          "a\nb",
          "\uD800",
          "a\u200Bb",
          "x".repeat(65),
          "x".repeat(70_000));

  private final JsonNode file;
  private final List<Mutation> slips = new ArrayList<>();

  private Slips(JsonNode file) {
    this.file = file;
  }

  /** All slips that can be made in a sound canvas file. */
  static List<Mutation> in(JsonNode file) {
    Slips slips = new Slips(file);
    slips.shapeOfFile();
    slips.shapeOf("/nodes", Set.of("id", "type"));
    slips.shapeOf("/edges", Set.of("id", "source", "target"));
    slips.hostileIds();
    slips.arrows();
    slips.slips.addAll(SettingSlips.in(file));
    return slips.slips;
  }

  private void shapeOfFile() {
    for (String version : List.of("null", "true", "\"1\"", "0", "-1", "2", "1.5", "[]", "{}")) {
      set("/schemaVersion", version);
    }
    for (String name : List.of("null", "true", "1", "[]", "{}", "\"\"", "\" \"")) {
      set("/name", name);
    }
    set("/name", "\"" + "n".repeat(201) + "\"");
    for (String list : List.of("/nodes", "/edges")) {
      for (String wrong : List.of("null", "true", "1", "\"x\"", "{}", "[1]", "[null]", "[[]]")) {
        set(list, wrong);
      }
    }
    for (String field : List.of("schemaVersion", "name", "nodes", "edges")) {
      slips.add(Mutation.remove("/" + field));
    }
    set("/colour", "1");
    set("/${x}", "1");
  }

  private void shapeOf(String list, Set<String> required) {
    for (Iterator<String> names = file.at(list + "/0").fieldNames(); names.hasNext(); ) {
      String name = names.next();
      slips.addAll(Mutation.wrongTypes(list + "/0/" + name, file.at(list + "/0/" + name)));
      if (!OPTIONAL.contains(name)) {
        set(list + "/0/" + name, "null");
      }
    }
    required.forEach(field -> slips.add(Mutation.remove(list + "/0/" + field)));
    set(list + "/0/colour", "{\"a\":[1]}");
    set(list + "/0/#{x}", "1");
    set(list + "/1", "null");
    slips.add(Mutation.add(list, file.at(list + "/1")));
  }

  private void hostileIds() {
    for (String id : HOSTILE_IDS) {
      for (String field : List.of("id", "type")) {
        slips.add(Mutation.set("/nodes/2/" + field, JSON.valueToTree(id)));
      }
      for (String field : List.of("id", "source", "target")) {
        slips.add(Mutation.set("/edges/2/" + field, JSON.valueToTree(id)));
      }
    }
    for (String port : HOSTILE_IDS.subList(0, 11)) {
      slips.add(Mutation.set("/edges/2/sourcePort", JSON.valueToTree(port)).semantic());
      slips.add(Mutation.set("/edges/2/targetPort", JSON.valueToTree(port)).semantic());
    }
  }

  private void arrows() {
    for (int length = 1; length <= 8; length++) {
      slips.add(cycle(length));
    }
    for (String end : List.of("source", "target")) {
      set("/edges/0/" + end, "\"nowhere\"");
      set("/edges/0/" + end + "Port", "7");
    }
    slips.add(Mutation.set("/edges/0/id", file.at("/edges/1/id")));
    slips.add(Mutation.set("/nodes/0/id", file.at("/nodes/1/id")));
    set("/nodes", many(1_001, "{\"id\":\"n%d\",\"type\":\"merge\"}"));
    set("/edges", many(5_001, "{\"id\":\"e%d\",\"source\":\"a\",\"target\":\"b\"}"));
    slips.add(
        Mutation.add(
                "/edges",
                Mutation.json("{\"id\":\"again\",\"source\":\"everybody\",\"target\":\"loyal\"}"))
            .semantic());
  }

  private static Mutation cycle(int length) {
    List<Mutation> parts = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      String node = "{\"id\":\"c%d\",\"type\":\"merge\"}".formatted(i);
      String edge = "{\"id\":\"x%d\",\"source\":\"c%d\",\"target\":\"c%d\"}";
      parts.add(Mutation.add("/nodes", Mutation.json(node)));
      parts.add(Mutation.add("/edges", Mutation.json(edge.formatted(i, i, (i + 1) % length))));
    }
    return new Mutation(
        "a cycle of " + length + " nodes",
        true,
        file -> parts.forEach(part -> part.edit().on(file)));
  }

  private void set(String at, String json) {
    slips.add(Mutation.set(at, Mutation.json(json)));
  }

  private static String many(int count, String entry) {
    return IntStream.range(0, count).mapToObj(entry::formatted).toList().toString();
  }
}
