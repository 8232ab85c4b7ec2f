package io.sluice.engine.delivery.receipt;

import io.sluice.engine.delivery.EffectKey;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells where messages went. */
@Component
public class SentTo {
  private final LedgerRows ledger;

  SentTo(LedgerRows ledger) {
    this.ledger = ledger;
  }

  /** The address a message went to, as far as the ledger has it. */
  public Optional<String> address(EffectKey message) {
    return Optional.ofNullable(ledger.entries(List.of(message)).get(message))
        .map(LedgerRows.Entry::address);
  }
}
