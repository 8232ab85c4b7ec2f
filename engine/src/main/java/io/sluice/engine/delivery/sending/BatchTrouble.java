package io.sluice.engine.delivery.sending;

import io.sluice.engine.delivery.gateway.Broken;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * What kept a batch from going out, in words for whoever looks after the campaign.
 *
 * @param text one or two sentences; the last one says what to do
 */
record BatchTrouble(Kind kind, String text) {
  private static final int TEXT_LENGTH = 500;

  BatchTrouble {
    text = text.length() <= TEXT_LENGTH ? text : text.substring(0, TEXT_LENGTH - 1) + "…";
  }

  /** What the trouble is with. */
  enum Kind {
    GATEWAY,
    CONTENT;

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static BatchTrouble broken(String gateway, Broken broken) {
    return new BatchTrouble(
        Kind.GATEWAY,
        "Gateway '%s' is broken since %s, last with '%s'; its messages wait. Ask its operator or check its settings."
            .formatted(gateway, broken.since().truncatedTo(ChronoUnit.SECONDS), broken.reason()));
  }

  static BatchTrouble notTaken(String gateway, String reason) {
    return new BatchTrouble(
        Kind.GATEWAY,
        "Gateway '%s' took no more messages, last with '%s'; the rest goes out soon. See its rate and its operator's notes if that goes on."
            .formatted(gateway, reason));
  }

  static BatchTrouble noAnswer(String gateway, String reason) {
    return new BatchTrouble(
        Kind.GATEWAY,
        "Gateway '%s' left open whether it took messages, last with '%s'; they go out again soon. Ask its operator if that goes on."
            .formatted(gateway, reason));
  }

  static BatchTrouble content(String what) {
    return new BatchTrouble(
        Kind.CONTENT,
        "The messages cannot be made: %s Put that right, or stop the run; nobody is lost meanwhile."
            .formatted(what.matches(".*[.!?]") ? what : what + "."));
  }
}
