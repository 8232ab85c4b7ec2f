package io.sluice.engine.delivery.gateway.sandbox;

import java.time.Duration;

/**
 * The settings of a sandbox. What is missing has a default that makes no trouble.
 *
 * @param callSize how many messages go into one call
 * @param concurrency how many calls may be in flight at once
 * @param perSecond how many messages a second it takes; 0 for no limit
 * @param deduplicates for how long it recognises a message that comes again; missing where it does
 *     not
 * @param references whether it gives messages names of its own
 * @param receipts whether it tells that messages were delivered
 * @param faults what goes wrong
 */
record SandboxSettings(
    Integer callSize,
    Integer concurrency,
    Double perSecond,
    Duration deduplicates,
    Boolean references,
    Boolean receipts,
    Faults faults) {
  static final int MOST_PER_CALL = 20_000;
  private static final int PER_CALL = 5_000;
  private static final int AT_ONCE = 4;

  SandboxSettings {
    callSize = callSize == null ? PER_CALL : callSize;
    concurrency = concurrency == null ? AT_ONCE : concurrency;
    perSecond = perSecond == null ? 0.0 : perSecond;
    references = references != null && references;
    receipts = receipts != null && receipts;
    faults = faults == null ? new Faults(null, null, null, null, null, null) : faults;
  }

  /**
   * What goes wrong. Shares are of messages, from 0 to 1, and exclude each other.
   *
   * @param latency how long each call takes
   * @param errors the share that is certainly not taken
   * @param refusals the share that is refused for good
   * @param lostAnswers the share that is taken although the answer is lost
   * @param repeatedReceipts the share of receipts that come twice
   * @param receiptDelay how long after the answer receipts come
   */
  record Faults(
      Duration latency,
      Double errors,
      Double refusals,
      Double lostAnswers,
      Double repeatedReceipts,
      Duration receiptDelay) {
    Faults {
      latency = latency == null ? Duration.ZERO : latency;
      errors = errors == null ? 0.0 : errors;
      refusals = refusals == null ? 0.0 : refusals;
      lostAnswers = lostAnswers == null ? 0.0 : lostAnswers;
      repeatedReceipts = repeatedReceipts == null ? 0.0 : repeatedReceipts;
      receiptDelay = receiptDelay == null ? Duration.ZERO : receiptDelay;
    }
  }
}
