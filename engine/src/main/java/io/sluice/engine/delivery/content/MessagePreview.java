package io.sluice.engine.delivery.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.Optional;

/**
 * A message as a member would get it.
 *
 * @param address where it would go; null for a member who has none
 * @param content its finished parts by name
 * @param characters how long an SMS is, in UTF-16 code units
 * @param units message parts
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MessagePreview(
    String channel, String address, Map<String, String> content, Integer characters, int units) {
  static MessagePreview of(String channel, Composed composed) {
    Integer characters =
        Optional.ofNullable(composed.content().get(SmsForm.TEXT))
            .filter(text -> channel.equals("sms"))
            .map(String::length)
            .orElse(null);
    return new MessagePreview(
        channel, composed.address(), composed.content(), characters, composed.units());
  }
}
