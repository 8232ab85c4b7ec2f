package io.sluice.engine.delivery.content;

import io.sluice.engine.delivery.content.liquid.MessageParts;
import io.sluice.engine.delivery.content.template.Template;
import io.sluice.engine.web.Problem;
import io.sluice.node.Message.Purpose;
import io.sluice.node.Message.Variant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Content that somebody is still writing.
 *
 * @param template the key of a template in whatever state, instead of channel and content
 * @param content the parts by name
 * @param member the key of the member as who it is shown; the first person on the list where it is
 *     missing
 * @param list the key of an imported list whose columns the content names
 * @param coupon the key of the batch of coupons of which the content tells
 * @param purpose marketing, which is meant where it is missing, or service
 */
record MessageDraft(
    String channel,
    String template,
    Map<String, String> content,
    String member,
    String list,
    String coupon,
    String purpose) {

  /**
   * The content as a message node would say it.
   *
   * @param templates finds a template by its key
   * @throws Problem 400 that names the field
   */
  Variant variant(Function<String, Template> templates) {
    if (template != null) {
      Template found = templates.apply(template);
      Map<String, String> parts = new HashMap<>(given());
      parts.putAll(found.content());
      return variant(found.channel(), parts);
    }
    MessageParts known =
        MessageParts.of(channel == null ? "" : channel)
            .orElseThrow(
                () ->
                    Problem.badField(
                        "unknown-channel",
                        "/channel",
                        "'channel' must be one of " + MessageParts.channels() + "."));
    given().keySet().forEach(known::requireKnown);
    return variant(channel, given());
  }

  private static Variant variant(String channel, Map<String, String> parts) {
    return new Variant(channel, Optional.empty(), Optional.empty(), Optional.empty(), true, parts);
  }

  private Map<String, String> given() {
    Map<String, String> given = new HashMap<>(content == null ? Map.of() : content);
    given.values().removeIf(text -> text == null);
    return given;
  }

  /** What it is for. */
  Purpose checkedPurpose() {
    return switch (purpose == null ? "marketing" : purpose) {
      case "marketing" -> Purpose.MARKETING;
      case "service" -> Purpose.SERVICE;
      default ->
          throw Problem.badField(
              "unknown-value", "/purpose", "'purpose' must be marketing or service.");
    };
  }
}
