package io.sluice.engine.segment.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.engine.member.FieldType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The fields of a JSON object. What is wrong with one is reported, and it counts as missing. */
final class JsonFields {
  private static final int MOST = 50;

  private final ObjectNode node;
  private final String path;
  private final List<RuleProblem> problems;
  private final Set<String> known = new LinkedHashSet<>();

  JsonFields(ObjectNode node, String path, List<RuleProblem> problems) {
    this.node = node;
    this.path = path;
    this.problems = problems;
  }

  boolean has(String name) {
    known.add(name);
    return node.has(name);
  }

  /** Passes fields over that belong to one that is wrong: they are not wrong themselves. */
  void passOver(String... names) {
    known.addAll(List.of(names));
  }

  Optional<JsonNode> node(String name) {
    known.add(name);
    return Optional.ofNullable(node.get(name));
  }

  /** A required text. */
  Optional<String> text(String name) {
    Optional<JsonNode> value = required(name);
    if (value.isPresent() && !Values.isText(value.get())) {
      wrong(name, "wrong-type", "'" + name + "' must be " + Values.describe(FieldType.TEXT));
      return Optional.empty();
    }
    return value.map(JsonNode::asText);
  }

  /** A required text that must be one of some names. */
  <T> Optional<T> named(String name, Function<String, Optional<T>> of, List<String> names) {
    Optional<String> text = text(name);
    Optional<T> value = text.flatMap(of);
    if (text.isPresent() && value.isEmpty()) {
      wrong(
          name,
          "unknown-value",
          names.isEmpty()
              ? "'" + text.get() + "' is not known here, and there is none yet; make it first"
              : "'" + text.get() + "' is not known here; use one of: " + String.join(", ", names));
    }
    return value;
  }

  /** A required whole number. */
  Optional<Integer> whole(String name) {
    Optional<JsonNode> value = required(name);
    if (value.isPresent() && !(value.get().isIntegralNumber() && value.get().canConvertToInt())) {
      wrong(name, "wrong-type", "'" + name + "' must be a whole number");
      return Optional.empty();
    }
    return value.map(JsonNode::asInt);
  }

  /** An optional truth value. */
  Optional<Boolean> flag(String name) {
    Optional<JsonNode> value = node(name);
    if (value.isPresent() && !value.get().isBoolean()) {
      wrong(name, "wrong-type", "'" + name + "' must be true or false");
      return Optional.empty();
    }
    return value.map(JsonNode::asBoolean);
  }

  /** An optional object. */
  Optional<JsonFields> object(String name) {
    Optional<JsonNode> value = node(name);
    if (value.isPresent() && !value.get().isObject()) {
      wrong(name, "wrong-type", "'" + name + "' must be an object");
      return Optional.empty();
    }
    return value.map(v -> new JsonFields((ObjectNode) v, pointer(name), problems));
  }

  /** The objects of an optional list. */
  List<JsonFields> objects(String name) {
    Optional<JsonNode> value = node(name);
    if (value.isEmpty()) {
      return List.of();
    }
    List<JsonNode> all = value.get().isArray() ? asList(value.get()) : List.of();
    if (all.isEmpty() || all.size() > MOST || !all.stream().allMatch(JsonNode::isObject)) {
      wrong(name, "wrong-type", "'" + name + "' must be a list of 1 to " + MOST + " objects");
      return List.of();
    }
    return IntStream.range(0, all.size())
        .mapToObj(i -> new JsonFields((ObjectNode) all.get(i), pointer(name) + "/" + i, problems))
        .toList();
  }

  /** A text or list of texts that must be there. */
  Optional<List<String>> requiredTexts(String name) {
    return required(name).flatMap(value -> texts(name, value));
  }

  /** An optional text or list of texts. */
  Optional<List<String>> texts(String name) {
    return node(name).flatMap(value -> texts(name, value));
  }

  private Optional<List<String>> texts(String name, JsonNode value) {
    List<JsonNode> all = value.isArray() ? asList(value) : List.of(value);
    if (all.isEmpty()) {
      wrong(name, "empty-list", "'" + name + "' must name at least one; add one or leave it out");
      return Optional.empty();
    }
    if (!all.stream().allMatch(Values::isText)) {
      wrong(
          name,
          "wrong-type",
          "'"
              + name
              + "' must be a text or a list of texts, each "
              + Values.describe(FieldType.TEXT));
      return Optional.empty();
    }
    return Optional.of(all.stream().map(JsonNode::asText).toList());
  }

  static List<JsonNode> asList(JsonNode array) {
    List<JsonNode> items = new ArrayList<>();
    array.forEach(items::add);
    return items;
  }

  private Optional<JsonNode> required(String name) {
    Optional<JsonNode> value = node(name);
    if (value.isEmpty()) {
      wrong("", "missing-field", "'" + name + "' is missing; add it");
    }
    return value;
  }

  /** Reports every field that nobody asked for. */
  void refuseOthers() {
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                wrong(
                    name,
                    "unknown-field",
                    "There is no field '"
                        + name
                        + "' here; known are: "
                        + String.join(", ", known));
              }
            });
  }

  void wrong(String name, String code, String message) {
    problems.add(new RuleProblem(pointer(name), code, message + "."));
  }

  /** Reports something below this object; the place is given as the rest of its JSON pointer. */
  void wrongAt(String below, String code, String message) {
    problems.add(new RuleProblem(path + "/" + below, code, message + "."));
  }

  /** The same object, of which nothing was asked yet. */
  JsonFields anew() {
    return new JsonFields(node, path, problems);
  }

  String pointer(String name) {
    return name.isEmpty() ? path : path + "/" + name.replace("~", "~0").replace("/", "~1");
  }
}
