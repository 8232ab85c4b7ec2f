package io.sluice.engine.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Settings of a node type, each with one odd value, at every place that its schema knows. */
final class OddSettings {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> VALUES =
      List.of(
          "true",
          "7",
          "-1",
          "1.5",
          "1e300",
          "99999999999999999999",
          "\"\"",
          "\" \"",
          "\"x\"",
          "\"1\"",
          "\" x\"",
          "\"P-1D\"",
          "\"2026-13-45\"",
          "\"99:99\"",
          "[]",
          "[null]",
          "[\"\"]",
          "[7]",
          "[[]]",
          "[{}]",
          "[{\"colour\":1}]",
          "{}",
          "{\"colour\":1}",
          "{\"points\":\"nobody\",\"op\":\"at-least\",\"value\":1}",
          "{\"points\":\"p\",\"op\":\"like\",\"value\":1}",
          "{\"attribute\":\"nobody\",\"op\":\"is\",\"value\":1}",
          "{\"profile\":\"nothing\",\"op\":\"is\",\"value\":1}",
          "{\"orders\":\"nothing\",\"op\":\"is\",\"value\":1}",
          "{\"events\":\"nothing\",\"type\":\"x\",\"op\":\"is\",\"value\":1}",
          "{\"coupon\":{\"batch\":\"nothing\",\"is\":\"used\"}}",
          "{\"coupon\":{\"node\":\"nothing\",\"is\":\"used\"}}",
          "{\"mark\":\"nothing\",\"op\":\"has\"}",
          "{\"message\":{\"node\":\"nothing\",\"is\":\"clicked\"}}",
          "{\"segment\":\"nothing\"}");

  private OddSettings() {}

  /** The settings of a type of this schema. */
  static List<ObjectNode> of(JsonNode schema) {
    List<ObjectNode> all = new ArrayList<>(List.of(JSON.createObjectNode()));
    collect(schema, schema, all);
    return all;
  }

  /** Puts each odd value into each property, and what lies below a property into it. */
  private static void collect(JsonNode schema, JsonNode root, List<ObjectNode> into) {
    for (var property : resolved(schema, root).path("properties").properties()) {
      for (String value : VALUES) {
        into.add(sample(schema, root).set(property.getKey(), Mutation.json(value)));
      }
      JsonNode below = resolved(property.getValue(), root);
      boolean list = below.has("items");
      List<ObjectNode> inner = new ArrayList<>();
      collect(list ? below.path("items") : below, root, inner);
      for (ObjectNode odd : inner) {
        into.add(
            sample(schema, root)
                .set(property.getKey(), list ? JSON.createArrayNode().add(odd) : odd));
      }
    }
  }

  /** The first choice of every property that has some: it decides which others are looked at. */
  private static ObjectNode sample(JsonNode schema, JsonNode root) {
    ObjectNode sample = JSON.createObjectNode();
    for (var property : resolved(schema, root).path("properties").properties()) {
      JsonNode choice = resolved(property.getValue(), root).at("/enum/0");
      if (choice.isTextual()) {
        sample.set(property.getKey(), choice);
      }
    }
    return sample;
  }

  private static JsonNode resolved(JsonNode schema, JsonNode root) {
    String reference = schema.path("$ref").asText();
    return reference.startsWith("#") ? root.at(reference.substring(1)) : schema;
  }
}
