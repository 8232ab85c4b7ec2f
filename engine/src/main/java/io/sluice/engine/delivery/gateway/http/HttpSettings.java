package io.sluice.engine.delivery.gateway.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.node.Label;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The settings of an HTTP gateway. Each text in {@code body} and {@code item} may hold placeholders
 * such as <code>{{ address }}</code>.
 *
 * @param url where requests go; missing where each message's address says so, as for web hooks
 * @param headers more headers
 * @param secretHeaders more headers whose values are the secrets of these names
 * @param body the JSON of a request; missing where the message's part {@code body} is the JSON
 * @param item the JSON of one message; the list of them stands in the body for <code>{{ messages
 *     }}</code>. Missing where a request holds one message
 * @param callSize how many messages go into one request
 * @param idempotencyHeader the header that names the request for ever
 * @param deduplicates for how long the gateway recognises a message that comes again
 * @param receipts for how long after a message its receipts may come; missing where it sends none
 * @param signature how requests are signed
 * @param answer where in the answer is what
 * @param safeStatuses statuses of 500 and above that tell that nothing was taken
 * @param concurrency how many requests may be under way at once
 * @param perSecond how many messages a second it takes; 0 for no limit
 * @param connectTimeout how long a connection may take
 * @param requestTimeout how long a request may take
 */
record HttpSettings(
    @Label(en = "Address that messages are posted to", zh = "请求地址")
        @JsonProperty(defaultValue = "https://sms.example/v1/messages")
        String url,
    @Label(en = "Headers", zh = "请求头") Map<String, String> headers,
    @Label(
            en = "Headers whose values are secrets, by the name of the secret",
            zh = "取值为密钥的请求头（填写密钥名称）")
        Map<String, String> secretHeaders,
    @Label(en = "Body of a request (JSON with placeholders)", zh = "请求体（含占位符的 JSON）") JsonNode body,
    @Label(en = "One message of a batch (JSON with placeholders)", zh = "批量请求中的单条消息（含占位符的 JSON）")
        JsonNode item,
    @Label(en = "Messages per request", zh = "每次请求的消息数") @JsonProperty(defaultValue = "1")
        Integer callSize,
    @Label(en = "Header that holds the key of the message", zh = "携带消息唯一键的请求头")
        @JsonProperty(defaultValue = "Idempotency-Key")
        String idempotencyHeader,
    @Label(en = "Recognises the key of a message, for", zh = "识别重复消息的时长") Duration deduplicates,
    @Label(en = "Receipts may come for", zh = "接收回执的时长") Duration receipts,
    @Label(en = "Signature", zh = "签名") Signature signature,
    @Label(en = "Where in the answer is what", zh = "应答解析") Answer answer,
    @Label(en = "Statuses from 500 on that tell that nothing was taken", zh = "表示未接收的 5xx 状态码")
        Set<Integer> safeStatuses,
    @Label(en = "Requests at once", zh = "同时请求数") @JsonProperty(defaultValue = "8")
        Integer concurrency,
    @Label(en = "Messages a second (0: no limit)", zh = "每秒消息数（0 为不限）")
        @JsonProperty(defaultValue = "0")
        Double perSecond,
    @Label(en = "Longest wait for a connection (seconds)", zh = "连接超时（秒）", field = "seconds")
        @JsonProperty(defaultValue = "5")
        Duration connectTimeout,
    @Label(en = "Longest wait for an answer (seconds)", zh = "应答超时（秒）", field = "seconds")
        @JsonProperty(defaultValue = "30")
        Duration requestTimeout) {
  private static final int PER_CALL = 100;
  private static final int AT_ONCE = 8;

  HttpSettings {
    headers = headers == null ? Map.of() : headers;
    secretHeaders = secretHeaders == null ? Map.of() : secretHeaders;
    body = body == null || body.isNull() ? null : body;
    item = item == null || item.isNull() ? null : item;
    if (callSize == null) {
      callSize = item == null ? 1 : PER_CALL;
    }
    answer = answer == null ? new Answer(null, null, null, null, null, null, null) : answer;
    safeStatuses = safeStatuses == null ? Set.of() : safeStatuses;
    concurrency = concurrency == null ? AT_ONCE : concurrency;
    perSecond = perSecond == null ? 0.0 : perSecond;
    connectTimeout = connectTimeout == null ? Duration.ofSeconds(5) : connectTimeout;
    requestTimeout = requestTimeout == null ? Duration.ofSeconds(30) : requestTimeout;
  }

  /** Whether a request holds several messages. */
  boolean isBatch() {
    return item != null;
  }

  /**
   * How requests are signed: HMAC-SHA256, in hexadecimal, of the time stamp, a dot and the body.
   *
   * @param secret the name of the secret that is the key
   * @param header the header of the signature
   * @param timestampHeader the header of the time stamp, in seconds since 1970
   */
  record Signature(
      @Label(en = "Name of the secret that is the key", zh = "签名密钥的名称")
          @JsonProperty(defaultValue = "hook-key")
          String secret,
      @Label(en = "Header of the signature", zh = "签名请求头")
          @JsonProperty(defaultValue = "Sluice-Signature")
          String header,
      @Label(en = "Header of the time stamp", zh = "时间戳请求头")
          @JsonProperty(defaultValue = "Sluice-Timestamp")
          String timestampHeader) {
    Signature {
      header = header == null ? "Sluice-Signature" : header;
      timestampHeader = timestampHeader == null ? "Sluice-Timestamp" : timestampHeader;
    }
  }

  /**
   * Where in a 2xx answer is what, as JSON pointers; of a batch {@code accepted}, {@code reference}
   * and {@code reason} are within the result of one message.
   *
   * @param accepted what tells whether the message was taken; missing where the status tells
   * @param acceptedValues what it is then
   * @param notTakenValues what it is where the message was not taken and may come again
   * @param reference the gateway's own name for the message
   * @param reason why it was refused
   * @param items the results of a batch; missing where the status tells of all
   * @param itemKey in a result, the key of its message; missing where results are in order
   */
  record Answer(
      @Label(en = "What tells that the message was taken (JSON pointer)", zh = "判断是否接收的字段（JSON 指针）")
          @JsonProperty(defaultValue = "/status")
          String accepted,
      @Label(en = "Its values when taken", zh = "表示已接收的取值") @JsonProperty(defaultValue = "true")
          List<String> acceptedValues,
      @Label(en = "Its values when it may come again", zh = "表示可重试的取值") List<String> notTakenValues,
      @Label(en = "The gateway's name for the message (JSON pointer)", zh = "网关消息编号（JSON 指针）")
          @JsonProperty(defaultValue = "/id")
          String reference,
      @Label(en = "Why it was refused (JSON pointer)", zh = "拒绝原因（JSON 指针）")
          @JsonProperty(defaultValue = "/error")
          String reason,
      @Label(en = "Results of a batch (JSON pointer)", zh = "批量结果列表（JSON 指针）")
          @JsonProperty(defaultValue = "/results")
          String items,
      @Label(en = "In a result, the key of its message (JSON pointer)", zh = "结果中的消息唯一键（JSON 指针）")
          @JsonProperty(defaultValue = "/ref")
          String itemKey) {
    Answer {
      acceptedValues = acceptedValues == null ? List.of("true") : acceptedValues;
      notTakenValues = notTakenValues == null ? List.of() : notTakenValues;
    }

    /** Whether the body of the answer tells anything. */
    boolean isRead() {
      return accepted != null || reference != null || items != null;
    }
  }
}
