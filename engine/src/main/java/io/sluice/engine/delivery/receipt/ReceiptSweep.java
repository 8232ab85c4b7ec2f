package io.sluice.engine.delivery.receipt;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Matches receipts that came before their messages were in the ledger. */
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
}
