package io.sluice.engine.delivery.receipt;

import io.sluice.engine.testing.ApiClient;
import io.sluice.engine.testing.Shop;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** A gateway that tells of its messages by callback. */
public final class Callbacks {
  private final ApiClient http;
  private final String address;
  private final String secret;

  /** A gateway of a workspace, which gets a new secret. */
  public Callbacks(int port, Shop shop, String gateway) {
    this.http = new ApiClient(port);
    this.address = "/callbacks/" + shop.key() + "/" + gateway;
    this.secret =
        shop.post("gateways/" + gateway + "/callback-secret", "{}").json().path("secret").asText();
  }

  /** Posts receipts; single quotes stand for double ones. */
  public ApiClient.Answer receipts(String json) {
    return post("/receipts", json.replace('\'', '"'), secret, Instant.now());
  }

  /** Posts one reply. */
  public ApiClient.Answer reply(String id, String from, String text) {
    String json =
        "{'replies':[{'id':'%s','from':'%s','text':'%s'}]}"
            .formatted(id, from, text)
            .replace('\'', '"');
    return post("/replies", json, secret, Instant.now());
  }

  /** Posts a body that was signed with some secret at some instant. */
  public ApiClient.Answer post(String path, String body, String secret, Instant signedAt) {
    String timestamp = String.valueOf(signedAt.getEpochSecond());
    String signature =
        CallbackSignature.of(secret, timestamp, body.getBytes(StandardCharsets.UTF_8));
    return post(path, body, timestamp, signature);
  }

  /** Posts a body with some signature. */
  public ApiClient.Answer post(String path, String body, String timestamp, String signature) {
    return http.send(
        "POST",
        address + path,
        body,
        CallbackSignature.TIMESTAMP,
        timestamp,
        CallbackSignature.SIGNATURE,
        signature);
  }

  /** The secret that the server made. */
  public String secret() {
    return secret;
  }
}
