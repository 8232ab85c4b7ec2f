package io.sluice.engine.delivery.sending;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * What became of one person's message.
 *
 * @param member the member
 * @param outcome accepted, failed, unknown or suppressed; again while it waits to be sent again
 * @param reason why, where there is more to say
 * @param address where it went
 * @param units message parts; 0 where nothing was sent
 * @param cost what it cost
 * @param at when that was known
 * @param reference the gateway's own name for it
 */
record LedgerRow(
    int member,
    Outcome outcome,
    Optional<String> reason,
    String address,
    int units,
    BigDecimal cost,
    Instant at,
    Optional<String> reference) {
  /** The outcomes of a message. */
  enum Outcome {
    ACCEPTED,
    FAILED,
    UNKNOWN,
    SUPPRESSED,
    /** Failed or unknown before, and somebody wants it to be sent again. */
    AGAIN;

    private final String key = name().toLowerCase(java.util.Locale.ROOT);

    String key() {
      return key;
    }
  }
}
