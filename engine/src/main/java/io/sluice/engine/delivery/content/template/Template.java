package io.sluice.engine.delivery.content.template;

import java.util.Map;

/**
 * A version of a template.
 *
 * @param version 1 and up
 * @param content the parts by name, as of {@code Message.Variant}
 */
public record Template(
    String key,
    int version,
    String name,
    String channel,
    Map<String, String> content,
    TemplateState state) {
  /** Copies the map. */
  public Template {
    content = Map.copyOf(content);
  }
}
