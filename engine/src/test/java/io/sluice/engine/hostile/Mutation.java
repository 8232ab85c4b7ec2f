package io.sluice.engine.hostile;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One slip in a canvas file.
 *
 * @param what what is wrong afterwards
 * @param structural whether the file cannot be kept even as a draft
 * @param edit makes the slip; leaves a file alone in which its place is gone
 */
record Mutation(String what, boolean structural, Edit edit) {
  private static final Pattern RAW = Pattern.compile("\"@raw:([^@]*)@\"");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, List<String>> WRONG =
      Map.of(
          "text", List.of("true", "7", "[]", "{}"),
          "number", List.of("true", "\"1\"", "[]", "{}", "\"${1+1}\""),
          "list", List.of("true", "7", "\"x\"", "{}"),
          "object", List.of("true", "7", "\"x\"", "[]"));

  interface Edit {
    void on(JsonNode file);
  }

  Mutation semantic() {
    return new Mutation(what, false, edit);
  }

  /** Puts a value at a place. */
  static Mutation set(String pointer, JsonNode value) {
    String shown = value.toString();
    return new Mutation(
        pointer + " = " + (shown.length() > 80 ? shown.substring(0, 80) : shown),
        true,
        file -> put(file, JsonPointer.compile(pointer), value));
  }

  /** Puts at a place a text that need not be JSON. */
  static Mutation raw(String pointer, String text) {
    return set(pointer, TextNode.valueOf("@raw:" + text + "@"));
  }

  /** Takes a field away. */
  static Mutation remove(String pointer) {
    JsonPointer at = JsonPointer.compile(pointer);
    return new Mutation(
        "without " + pointer,
        true,
        file -> {
          if (file.at(at.head()) instanceof ObjectNode holder) {
            holder.remove(at.last().getMatchingProperty());
          }
        });
  }

  /** Adds an entry to a list. */
  static Mutation add(String pointer, JsonNode value) {
    return new Mutation(
        pointer + " + " + value,
        true,
        file -> {
          if (file.at(pointer) instanceof ArrayNode list) {
            list.add(value);
          }
        });
  }

  /** The text of a file, with the raw texts in their places. */
  static String textOf(JsonNode file) {
    return RAW.matcher(file.toString())
        .replaceAll(raw -> Matcher.quoteReplacement(raw.group(1).replace("\\\"", "\"")));
  }

  /** Puts values of every wrong type at a place. */
  static List<Mutation> wrongTypes(String at, JsonNode value) {
    String kind =
        value.isTextual()
            ? "text"
            : value.isNumber() ? "number" : value.isArray() ? "list" : "object";
    return WRONG.get(kind).stream().map(wrong -> set(at, json(wrong))).toList();
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void put(JsonNode file, JsonPointer at, JsonNode value) {
    JsonNode holder = file.at(at.head());
    if (holder instanceof ObjectNode object) {
      object.set(at.last().getMatchingProperty(), value);
    } else if (holder instanceof ArrayNode list && at.last().getMatchingIndex() < list.size()) {
      list.set(at.last().getMatchingIndex(), value);
    }
  }
}
