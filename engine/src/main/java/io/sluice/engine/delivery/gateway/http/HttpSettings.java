package io.sluice.engine.delivery.gateway.http;

import com.fasterxml.jackson.databind.JsonNode;
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
    String url,
    Map<String, String> headers,
    Map<String, String> secretHeaders,
    JsonNode body,
    JsonNode item,
    Integer callSize,
    String idempotencyHeader,
    Duration deduplicates,
    Duration receipts,
    Signature signature,
    Answer answer,
    Set<Integer> safeStatuses,
    Integer concurrency,
    Double perSecond,
    Duration connectTimeout,
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
  record Signature(String secret, String header, String timestampHeader) {
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
      String accepted,
      List<String> acceptedValues,
      List<String> notTakenValues,
      String reference,
      String reason,
      String items,
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
