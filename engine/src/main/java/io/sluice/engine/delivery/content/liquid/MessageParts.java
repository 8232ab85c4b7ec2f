package io.sluice.engine.delivery.content.liquid;

import io.sluice.engine.web.Problem;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The parts that messages of a channel have, and how values are escaped in each. */
public enum MessageParts {
  SMS("signature", Escaping.NONE, "text", Escaping.NONE, "opt-out", Escaping.NONE),
  EMAIL(
      "subject",
      Escaping.NONE,
      "preheader",
      Escaping.HTML,
      "html",
      Escaping.HTML,
      "text",
      Escaping.NONE,
      "sender",
      Escaping.NONE),
  WEBHOOK("url", Escaping.URL, "body", Escaping.JSON);

  private final Map<String, Escaping> parts = new LinkedHashMap<>();

  MessageParts(Object... namesAndEscaping) {
    for (int i = 0; i < namesAndEscaping.length; i += 2) {
      parts.put((String) namesAndEscaping[i], (Escaping) namesAndEscaping[i + 1]);
    }
  }

  /** The name of the channel. */
  public String channel() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The parts of the messages of a channel, where it is known. */
  public static Optional<MessageParts> of(String channel) {
    return Arrays.stream(values()).filter(one -> one.channel().equals(channel)).findFirst();
  }

  /** The names of the channels, for the message of a problem. */
  public static String channels() {
    return Arrays.stream(values()).map(MessageParts::channel).collect(Collectors.joining(", "));
  }

  /** The parts by name, in the order in which people read them. */
  public Map<String, Escaping> parts() {
    return Collections.unmodifiableMap(parts);
  }

  /**
   * Refuses a part that messages of this channel do not have.
   *
   * @throws Problem 400 that names the part
   */
  public void requireKnown(String part) {
    if (!parts.containsKey(part)) {
      throw Problem.badField(
          "unknown-part",
          "/content/" + part,
          "A message of this channel has the parts "
              + String.join(", ", parts.keySet())
              + ", not '"
              + part
              + "'.");
    }
  }

  /** Reads the parts there are, each as its place demands. */
  public Map<String, LiquidTemplate> read(Map<String, String> content, Liquid liquid) {
    Map<String, LiquidTemplate> templates = new LinkedHashMap<>();
    parts.forEach(
        (part, escaping) -> {
          if (content.containsKey(part)) {
            templates.put(part, liquid.read(content.get(part), escaping));
          }
        });
    return templates;
  }
}
