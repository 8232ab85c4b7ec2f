package io.sluice.engine.delivery.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.delivery.EffectKey;
import io.sluice.engine.delivery.TestLedger;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.ApiClient;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.RawHttp;
import io.sluice.engine.testing.Shop;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@EngineTest
class CallbackTest {
  @LocalServerPort int port;
  @Autowired DSLContext db;
  TestLedger ledger;
  Shop shop;
  Callbacks gateway;
  EffectKey message;
  EffectKey stranger;

  @BeforeEach
  void sendAMessageInTwoWorkspaces() {
    ledger = new TestLedger(db);
    shop = Shop.create(new Api(port));
    Shop other = Shop.create(new Api(port));
    gateway = new Callbacks(port, shop, "http");
    message = new EffectKey(ledger.workspace(shop.key()), 1, "sms1", 7, 10);
    stranger = new EffectKey(ledger.workspace(other.key()), 1, "sms1", 7, 10);
    ledger.write(message, "unknown");
    ledger.write(stranger, "unknown");
  }

  private String delivered(EffectKey key) {
    return "{\"receipts\":[{\"id\":\"1\",\"message\":\"%s\",\"status\":\"delivered\"}]}"
        .formatted(key.text());
  }

  @Test
  void takesReceiptsTwiceAndNotesThemOnce() {
    ApiClient.Answer first = gateway.receipts(delivered(message));
    ApiClient.Answer second = gateway.receipts(delivered(message));

    assertThat(first.status()).isEqualTo(202);
    assertThat(first.body().path("received").asInt()).isEqualTo(1);
    assertThat(second.status()).isEqualTo(202);
    assertThat(ledger.outcome(message)).isEqualTo("accepted");
    assertThat(ledger.events(message)).containsExactly("delivered");
    assertThat(ledger.outcome(stranger)).isEqualTo("unknown");
  }

  @Test
  void refusesWhatIsForged() {
    String body = delivered(message);
    Instant now = Instant.now();
    String timestamp = String.valueOf(now.getEpochSecond());
    String ofAnother =
        CallbackSignature.of(
            gateway.secret(), timestamp, delivered(stranger).getBytes(StandardCharsets.UTF_8));

    assertThat(gateway.post("/receipts", body, "guess", now).status()).isEqualTo(401);
    assertThat(gateway.post("/receipts", body, timestamp, ofAnother).status()).isEqualTo(401);
    assertThat(gateway.post("/receipts", body, timestamp, "").status()).isEqualTo(401);
    assertThat(ledger.outcome(message)).isEqualTo("unknown");
  }

  @Test
  void refusesWhatIsOldOrOfTheFuture() {
    String body = delivered(message);
    Duration off = CallbackSignature.TOLERANCE.plusMinutes(1);
    Instant now = Instant.now();

    assertThat(gateway.post("/receipts", body, gateway.secret(), now.minus(off)).status())
        .isEqualTo(401);
    assertThat(gateway.post("/receipts", body, gateway.secret(), now.plus(off)).status())
        .isEqualTo(401);
    assertThat(ledger.outcome(message)).isEqualTo("unknown");
  }

  @Test
  void checksTheSignatureBeforeItReadsTheBody() {
    ApiClient.Answer forged = gateway.post("/receipts", "no JSON", "guess", Instant.now());
    ApiClient.Answer signed = gateway.post("/receipts", "no JSON", gateway.secret(), Instant.now());

    assertThat(forged.body().path("code").asText()).isEqualTo("not-signed");
    assertThat(signed.status()).isEqualTo(400);
    assertThat(signed.body().path("code").asText()).isEqualTo("malformed-json");
  }

  @Test
  void voidsTheSecretBefore() {
    shop.post("gateways/http/callback-secret", "{}");

    assertThat(gateway.receipts(delivered(message)).status()).isEqualTo(401);
  }

  @Test
  void knowsNoGatewayWithoutASecretAndNoneOfAnotherWorkspace() {
    Shop third = Shop.create(new Api(port));
    String answer =
        RawHttp.send(
            port,
            RawHttp.request(
                "POST", "/callbacks/" + third.key() + "/http/receipts", "go.example", "{}"));

    assertThat(answer).startsWith("HTTP/1.1 401").contains("not-signed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'receipts':null}                                                    | /receipts",
        "{'receipts':[null]}                                                  | /receipts/0",
        "{'receipts':[{'id':'1','status':'delivered'}]}                       | /receipts/0",
        "{'receipts':[{'id':'1','reference':'a','status':'read'}]}     | /receipts/0/status",
        "{'receipts':[{'id':'1','reference':'a','status':'replied'}]}  | /receipts/0/status",
        "{'receipts':[{'reference':'a','status':'failed'}]}                   | /receipts/0/id",
        "{'receipts':[{'id':'1','message':'a.b','status':'failed'}]}   | /receipts/0/message",
        "{'receipts':[{'id':'1','reference':'a\\u0000','status':'failed'}]} | /receipts/0/reference",
        "{'receipts':[{'id':'1','reference':'a','status':'failed','at':'+99999-01-01T00:00:00Z'}]}"
            + " | /receipts/0/at",
      })
  void namesWhatIsWrongWithAReceipt(String body, String field) {
    ApiClient.Answer answer = gateway.receipts(body);

    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.body().path("field").asText()).isEqualTo(field);
  }
}
