package io.sluice.engine.run;

import java.time.Instant;

/**
 * A cohort that waits for receipts before a node, or waited.
 *
 * @param since when it came there
 * @param deadline when it goes on at the latest
 * @param pending messages without receipt when somebody last looked; null before the first look
 * @param endedAt when it went on, which is the instant of the node; null while it waits
 */
record ReceiptWait(
    long cohort, String node, Instant since, Instant deadline, Integer pending, Instant endedAt) {
  boolean isOpen() {
    return endedAt == null;
  }
}
