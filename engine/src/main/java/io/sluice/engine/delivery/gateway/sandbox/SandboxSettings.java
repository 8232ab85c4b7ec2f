package io.sluice.engine.delivery.gateway.sandbox;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.sluice.node.Label;
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
    @Label(en = "Messages per call", zh = "每次调用的消息数") @JsonProperty(defaultValue = "5,000")
        Integer callSize,
    @Label(en = "Calls at once", zh = "同时调用数") @JsonProperty(defaultValue = "4")
        Integer concurrency,
    @Label(en = "Messages a second (0: no limit)", zh = "每秒消息数（0 为不限）")
        @JsonProperty(defaultValue = "0")
        Double perSecond,
    @Label(en = "Recognises a message that comes again, for", zh = "识别重复消息的时长")
        Duration deduplicates,
    @Label(en = "Gives messages names of its own", zh = "为消息编号") Boolean references,
    @Label(en = "Tells that messages were delivered", zh = "返回送达回执") Boolean receipts,
    @Label(en = "Faults, to try things out", zh = "模拟故障") Faults faults) {
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
      @Label(en = "Each call takes (seconds)", zh = "每次调用耗时（秒）", field = "seconds")
          @JsonProperty(defaultValue = "0")
          Duration latency,
      @Label(en = "Share not taken (0 to 1)", zh = "未接收比例（0 至 1）") @JsonProperty(defaultValue = "0")
          Double errors,
      @Label(en = "Share refused for good (0 to 1)", zh = "永久拒绝比例（0 至 1）")
          @JsonProperty(defaultValue = "0")
          Double refusals,
      @Label(en = "Share taken with the answer lost (0 to 1)", zh = "已接收但应答丢失的比例（0 至 1）")
          @JsonProperty(defaultValue = "0")
          Double lostAnswers,
      @Label(en = "Share of receipts that come twice (0 to 1)", zh = "重复回执的比例（0 至 1）")
          @JsonProperty(defaultValue = "0")
          Double repeatedReceipts,
      @Label(en = "Receipts come after (seconds)", zh = "回执延迟（秒）", field = "seconds")
          @JsonProperty(defaultValue = "0")
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
