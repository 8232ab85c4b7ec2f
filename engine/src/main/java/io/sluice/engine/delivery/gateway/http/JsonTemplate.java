package io.sluice.engine.delivery.gateway.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.engine.delivery.gateway.OutboundMessage;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes JSON from JSON whose texts hold placeholders. Values go into texts of the parsed document
 * and never into its notation, so that no quote, line end or bracket in a value can break out.
 */
final class JsonTemplate {
  static final String MESSAGES = "messages";
  private static final String CONTENT = "content.";
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*([A-Za-z0-9._-]+)\\s*}}");
  private static final Set<String> NUMBERS = Set.of("run", "member", "entry", "units");
  private static final Set<String> TEXTS = Set.of("address", "key", "node");
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private JsonTemplate() {}

  /** The placeholders of a template, in order. */
  static List<String> placeholders(JsonNode template) {
    List<String> found = new ArrayList<>();
    fill(
        template,
        name -> {
          found.add(name);
          return JSON.textNode("");
        });
    return found;
  }

  /** Whether the list of messages has one place in a body, where it can stand as a list. */
  static boolean holdsMessages(JsonNode body) {
    JsonNode mark = JSON.arrayNode().add(MESSAGES);
    return placeholders(body).equals(List.of(MESSAGES))
        && fill(body, name -> mark).toString().contains(mark.toString());
  }

  /** What is wrong with placeholders, to be read after the name of their field. */
  static Optional<String> wrongWith(List<String> placeholders) {
    return placeholders.stream()
        .filter(name -> !isKnown(name))
        .findFirst()
        .map(
            name ->
                "has the unknown placeholder {{ %s }}; known are address, key, run, node, member, entry, units and content.<part>"
                    .formatted(name));
  }

  private static boolean isKnown(String name) {
    return NUMBERS.contains(name)
        || TEXTS.contains(name)
        || (name.startsWith(CONTENT) && name.length() > CONTENT.length());
  }

  /** The JSON for one message. */
  static JsonNode fill(JsonNode template, OutboundMessage message) {
    return fill(template, name -> value(name, message));
  }

  /** The JSON for several messages: each as the item says, all of them in the body. */
  static JsonNode fill(JsonNode body, JsonNode item, List<OutboundMessage> messages) {
    ArrayNode items = JSON.arrayNode(messages.size());
    messages.forEach(message -> items.add(fill(item, message)));
    return fill(body, name -> items);
  }

  private static JsonNode value(String name, OutboundMessage message) {
    return switch (name) {
      case "address" -> JSON.textNode(message.address());
      case "key" -> JSON.textNode(message.effect().text());
      case "node" -> JSON.textNode(message.effect().node());
      case "run" -> JSON.numberNode(message.effect().run());
      case "member" -> JSON.numberNode(message.effect().member());
      case "entry" -> JSON.numberNode(message.effect().entry());
      case "units" -> JSON.numberNode(message.units());
      default ->
          JSON.textNode(message.content().getOrDefault(name.substring(CONTENT.length()), ""));
    };
  }

  private static JsonNode fill(JsonNode template, Function<String, JsonNode> values) {
    if (template.isObject()) {
      ObjectNode filled = JSON.objectNode();
      for (Iterator<Map.Entry<String, JsonNode>> i = template.fields(); i.hasNext(); ) {
        Map.Entry<String, JsonNode> field = i.next();
        filled.set(field.getKey(), fill(field.getValue(), values));
      }
      return filled;
    }
    if (template.isArray()) {
      ArrayNode filled = JSON.arrayNode(template.size());
      template.forEach(each -> filled.add(fill(each, values)));
      return filled;
    }
    return template.isTextual() ? fill(template.textValue(), values) : template;
  }

  /** A text that is nothing but a placeholder becomes its value, which may be a number. */
  private static JsonNode fill(String text, Function<String, JsonNode> values) {
    Matcher matcher = PLACEHOLDER.matcher(text);
    if (matcher.matches()) {
      return values.apply(matcher.group(1));
    }
    return JSON.textNode(
        matcher
            .reset()
            .replaceAll(match -> Matcher.quoteReplacement(values.apply(match.group(1)).asText())));
  }
}
