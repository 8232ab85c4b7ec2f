package io.sluice.engine.delivery.receipt;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Matches receipts that came before their messages were in the ledger, and deletes old ones. */
@Component
class ReceiptSweep {
  private final ReceiptInbox inbox;

  ReceiptSweep(ReceiptInbox inbox) {
    this.inbox = inbox;
  }

  @Scheduled(fixedDelayString = "${sluice.receipts.sweep:PT1S}")
  void sweep() {
    inbox.sweep();
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1H")
  void tidy() {
    inbox.tidy();
  }
}
