package io.sluice.engine.delivery.gateway.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.engine.delivery.gateway.OutboundMessage;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes the requests of a gateway. The same messages make the same body and the same key. */
final class HttpRequests {
  private static final String HMAC = "HmacSHA256";

  private final HttpSettings settings;
  private final Map<String, String> headers;
  private final Optional<SecretKeySpec> signingKey;
  private final ObjectMapper json;
  private final Clock clock;

  /**
   * For a gateway.
   *
   * @param headers those that every request has, secrets among them
   */
  HttpRequests(
      HttpSettings settings,
      Map<String, String> headers,
      Optional<String> signingKey,
      ObjectMapper json,
      Clock clock) {
    this.settings = settings;
    this.headers = headers;
    this.signingKey = signingKey.map(key -> new SecretKeySpec(key.getBytes(UTF_8), HMAC));
    this.json = json;
    this.clock = clock;
  }

  /**
   * The request for messages, one where the gateway takes no batches.
   *
   * @throws JsonProcessingException if the message's own body is not JSON
   */
  HttpCall of(List<OutboundMessage> messages) throws JsonProcessingException {
    OutboundMessage first = messages.get(0);
    byte[] body = body(messages);
    Map<String, String> all = new LinkedHashMap<>(headers);
    if (settings.idempotencyHeader() != null) {
      all.put(settings.idempotencyHeader(), key(messages));
    }
    signingKey.ifPresent(key -> sign(all, key, body));
    return new HttpCall(settings.url() == null ? first.address() : settings.url(), all, body);
  }

  private byte[] body(List<OutboundMessage> messages) throws JsonProcessingException {
    return json.writeValueAsBytes(content(messages));
  }

  private JsonNode content(List<OutboundMessage> messages) throws JsonProcessingException {
    if (settings.isBatch()) {
      return JsonTemplate.fill(settings.body(), settings.item(), messages);
    }
    OutboundMessage message = messages.get(0);
    return settings.body() == null
        ? json.readTree(message.content().getOrDefault("body", ""))
        : JsonTemplate.fill(settings.body(), message);
  }

  /** A single message's own key; of a batch the hash of all keys, which names this very batch. */
  private String key(List<OutboundMessage> messages) {
    if (!settings.isBatch()) {
      return messages.get(0).effect().text();
    }
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (OutboundMessage message : messages) {
        digest.update((message.effect().text() + "\n").getBytes(UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private void sign(Map<String, String> all, SecretKeySpec key, byte[] body) {
    String timestamp = String.valueOf(clock.instant().getEpochSecond());
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      mac.update((timestamp + ".").getBytes(UTF_8));
      all.put(settings.signature().timestampHeader(), timestamp);
      all.put(settings.signature().header(), HexFormat.of().formatHex(mac.doFinal(body)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HMAC-SHA256", e);
    }
  }
}
