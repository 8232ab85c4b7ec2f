package io.sluice.engine.delivery.gateway;

import io.sluice.engine.delivery.EffectKey;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What a gateway tells of a message after it was handed over. It names the message by our effect
 * key or by its own reference; a reply may name neither, then its sender tells.
 *
 * @param eventId names this piece of news for ever, at most 200 characters; the same again is a
 *     repeat
 * @param effect the message, by our key
 * @param reference the message, by the gateway's own name
 * @param kind what happened
 * @param at when it happened
 * @param address whom it happened to: of a reply its sender
 * @param text the words of a reply, the reason of a failure, the target of a click
 */
public record Receipt(
    String eventId,
    Optional<EffectKey> effect,
    Optional<String> reference,
    Kind kind,
    Instant at,
    Optional<String> address,
    Optional<String> text) {

  /** What can happen to a message. */
  public enum Kind {
    /** The gateway took it after all: the late answer to a call whose answer was lost. */
    ACCEPTED,
    /** It reached the person's device or mailbox. */
    DELIVERED,
    /** It will not reach the person. */
    FAILED,
    /** The mailbox sent it back. */
    BOUNCED,
    /** The person opened it. */
    OPENED,
    /** The person followed a link in it. */
    CLICKED,
    /** The person answered it. */
    REPLIED,
    /** The person asked for no more of the kind. */
    UNSUBSCRIBED;

    /** The name in JSON and tables, such as {@code delivered}. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of that name. */
    public static Optional<Kind> of(String key) {
      for (Kind kind : values()) {
        if (kind.key().equals(key)) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }
  }
}
