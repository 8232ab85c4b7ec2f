package io.sluice.node.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Settings as they look while somebody fills in a form: something is missing or out of range. */
final class IncompleteJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private IncompleteJson() {}

  /** The empty settings, and each copy of the settings in which one value is spoilt. */
  static List<String> variantsOf(JsonNode settings) {
    List<String> variants = new ArrayList<>(List.of("{}"));
    spoilInside(settings, spoilt -> variants.add(spoilt.toString()));
    return variants;
  }

  private static void spoilInside(JsonNode node, Consumer<JsonNode> variants) {
    if (node instanceof ObjectNode object) {
      for (String name : object.properties().stream().map(Map.Entry::getKey).toList()) {
        variants.accept(object.deepCopy().without(name));
        spoil(object.get(name), value -> variants.accept(object.deepCopy().set(name, value)));
      }
    }
    if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        int index = i;
        spoil(array.get(i), value -> variants.accept(with(array, index, value)));
        variants.accept(array.deepCopy().add(array.get(i)));
      }
    }
  }

  /** The values to try in place of one: null, empty, out of range, or spoilt further inside. */
  private static void spoil(JsonNode value, Consumer<JsonNode> variants) {
    variants.accept(NullNode.instance);
    if (value.isArray()) {
      variants.accept(JSON.arrayNode());
    } else if (value.isNumber()) {
      variants.accept(IntNode.valueOf(-1));
      variants.accept(IntNode.valueOf(0));
      variants.accept(IntNode.valueOf(Integer.MAX_VALUE));
    } else if (value.isTextual()) {
      variants.accept(TextNode.valueOf(""));
      variants.accept(TextNode.valueOf("no such thing"));
    }
    spoilInside(value, variants);
  }

  private static ArrayNode with(ArrayNode array, int index, JsonNode value) {
    ArrayNode copy = array.deepCopy();
    copy.set(index, value);
    return copy;
  }
}
