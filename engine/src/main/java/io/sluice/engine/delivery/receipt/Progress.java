package io.sluice.engine.delivery.receipt;

import io.sluice.engine.delivery.EffectKey;
import io.sluice.engine.delivery.gateway.Receipt;
import java.util.Optional;

/**
 * What a receipt makes of a message. States move forward only: what reached a person was taken,
 * whatever else is told before or after.
 */
final class Progress {
  static final String ACCEPTED = "accepted";
  static final String FAILED = "failed";
  static final String UNKNOWN = "unknown";
  private static final int REASON_LENGTH = 64;

  private Progress() {}

  /** What is noted to have happened; nothing for news about the handing over itself. */
  static Optional<LedgerRows.Event> event(EffectKey effect, Receipt receipt) {
    return receipt.kind() == Receipt.Kind.ACCEPTED
        ? Optional.empty()
        : Optional.of(
            new LedgerRows.Event(
                effect, receipt.kind().key(), receipt.at(), receipt.text().orElse(null)));
  }

  /** What the ledger must say from now on, if it is something else. */
  static Optional<LedgerRows.Truth> truth(EffectKey effect, Receipt receipt, String outcome) {
    if (receipt.kind() == Receipt.Kind.FAILED) {
      return outcome.equals(UNKNOWN)
          ? Optional.of(new LedgerRows.Truth(effect, FAILED, reason(receipt)))
          : Optional.empty();
    }
    return outcome.equals(UNKNOWN) || outcome.equals(FAILED)
        ? Optional.of(new LedgerRows.Truth(effect, ACCEPTED, null))
        : Optional.empty();
  }

  private static String reason(Receipt receipt) {
    String text = receipt.text().orElse("");
    return text.matches("[a-z0-9-]{1," + REASON_LENGTH + "}") ? text : "told-by-receipt";
  }
}
