package io.sluice.engine.delivery.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.delivery.EffectKey;
import io.sluice.engine.delivery.TestLedger;
import io.sluice.engine.delivery.receipt.Callbacks;
import io.sluice.engine.delivery.sending.FaultyProvider.Fault;
import io.sluice.engine.delivery.sending.FaultyProvider.State;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Journey;
import io.sluice.engine.testing.Shop;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** One campaign through a provider that does everything wrong that providers do. */
@EngineTest
@TestPropertySource(
    properties = {
      "sluice.outbound.allowed=127.0.0.1",
      "sluice.outbound.first-pause=PT0.01S",
      "sluice.outbound.broken-for=PT0.5S"
    })
@Tag("any-database")
class FaultyProviderTest {
  private static final int PEOPLE = 120;
  private static final int EACH = 3;
  private static final String WELL_TREATED = "13800000000";

  @LocalServerPort int port;
  @Autowired DSLContext db;
  private TestLedger ledger;
  private Shop shop;
  private Callbacks callbacks;
  private FaultyProvider provider;
  private Journey journey;

  @BeforeEach
  void makeShop() {
    ledger = new TestLedger(db);
    shop = Shop.create(new Api(port));
    provider = new FaultyProvider(this::tellDelivered);
    shop.put("prices", "{'currency':'CNY','prices':[{'channel':'sms','unitPrice':1}]}");
    shop.put(
        "gateways/provider",
        "{'kind':'http','channel':'sms','default':true,'settings':{'url':'"
            + provider.url()
            + "','body':{'to':'{{ address }}','text':'{{ content.text }}','ref':'{{ key }}'},"
            + "'answer':{'reference':'/id'},'concurrency':16,'requestTimeout':'PT3S'}}");
    callbacks = new Callbacks(port, shop, "provider");
    StringBuilder csv = new StringBuilder("member,phone\n");
    for (int i = 0; i < PEOPLE; i++) {
      csv.append("m%d,138%08d%n".formatted(i, i));
    }
    shop.imports().run("members/import", csv.toString());
    journey =
        Journey.in(shop, "hello")
            .node("who", "target-group", "{'who':'everyone'}")
            .node("sms", "sms", "{'purpose':'service','text':'Hello','signature':'[Shop]'}")
            .arrow("who", "sms");
    journey.save();
    shop.put("campaigns/hello/budget", "{'limit':1000}");
  }

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void nobodyIsMessagedTwiceOrLostAndTheRunSaysWhatIsGoingOn() {
    long run = journey.start("{}");

    JsonNode down =
        sms(journey.awaitRun(run, view -> !sms(view).at("/sending/troubles/0").isMissingNode()))
            .path("sending");
    assertThat(down.at("/troubles/0/kind").asText()).isEqualTo("gateway");
    assertThat(down.at("/troubles/0/text").asText())
        .matches("Gateway 'provider' is broken since .*, last with 'http-503'.*");
    assertThat(down.at("/troubles/0/since").asText()).isNotEmpty();
    assertThat(down.path("waiting").asInt()).isEqualTo(PEOPLE);
    assertThat(shop.get("gateways/provider").text()).contains("http-503");

    provider.becomes(State.FAULTY);
    JsonNode node = sms(journey.finished(run));

    assertThat(node.at("/ports/unknown").asInt()).isEqualTo(4 * EACH);
    assertThat(node.at("/ports/failed").asInt()).isEqualTo(EACH);
    assertThat(node.at("/ports/suppressed").asInt()).isZero();
    assertThat(node.at("/ports/done").asInt()).isEqualTo(PEOPLE - 5 * EACH);
    await().until(() -> provider.taken().size() == PEOPLE - 2 * EACH);
    assertThat(provider.taken().values()).allMatch(copies -> copies.size() == 1);
    assertThat(spent()).isEqualTo(PEOPLE - EACH);

    tellWhatBecameOfThem();
    repeatOnRequest(run);
  }

  private void tellWhatBecameOfThem() {
    for (String key : provider.keysOf(Fault.HANGS)) {
      tell("late-" + key, key, "delivered");
      tell("late-" + key, key, "delivered");
    }
    provider.keysOf(Fault.ERROR).forEach(key -> tell("error-" + key, key, "failed"));
    String well = provider.keyOf(WELL_TREATED);
    for (String status : List.of("delivered", "accepted", "failed")) {
      tell(status, well, status);
    }
    String forged = receipt("forged", well, "bounced").replace('\'', '"');
    assertThat(callbacks.post("/receipts", forged, "guess", java.time.Instant.now()).status())
        .isEqualTo(401);

    assertThat(outcomes(Fault.HANGS)).containsOnly("accepted");
    assertThat(outcomes(Fault.ERROR)).containsOnly("failed");
    assertThat(ledger.outcome(EffectKey.parse(well))).isEqualTo("accepted");
    assertThat(ledger.events(EffectKey.parse(well))).doesNotContain("bounced");
    await()
        .untilAsserted(
            () ->
                assertThat(provider.keysOf(Fault.TELLS_EARLY))
                    .allMatch(
                        key -> ledger.events(EffectKey.parse(key)).equals(List.of("delivered"))));
    assertThat(spent())
        .as("what was certainly not sent costs nothing")
        .isEqualTo(PEOPLE - 2 * EACH);
  }

  private void repeatOnRequest(long run) {
    provider.becomes(State.SOUND);
    JsonNode resent =
        shop.post("runs/" + run + "/nodes/sms/resend", "{'outcomes':['unknown']}").json();

    assertThat(resent.path("messages").asInt()).isEqualTo(2 * EACH);
    await()
        .untilAsserted(
            () -> {
              assertThat(outcomes(Fault.CUTS)).containsOnly("accepted");
              assertThat(outcomes(Fault.LATE)).containsOnly("accepted");
            });
    provider
        .taken()
        .forEach(
            (to, copies) ->
                assertThat(copies)
                    .as(to)
                    .hasSize(Fault.CUTS.meets(to) || Fault.LATE.meets(to) ? 2 : 1));
  }

  private static JsonNode sms(JsonNode run) {
    return Journey.nodeOf(run.path("nodes"), "sms");
  }

  private int spent() {
    return shop.get("campaigns/hello/budget").json().path("spent").asInt();
  }

  private List<String> outcomes(Fault fault) {
    return provider.keysOf(fault).stream().map(EffectKey::parse).map(ledger::outcome).toList();
  }

  private void tellDelivered(String reference) {
    String json =
        "{'receipts':[{'id':'early-%1$s','reference':'%1$s','status':'delivered'}]}"
            .formatted(reference);
    for (int i = 0; i < 2; i++) {
      assertThat(callbacks.receipts(json).status()).isEqualTo(202);
    }
  }

  private void tell(String id, String key, String status) {
    assertThat(callbacks.receipts(receipt(id, key, status)).status()).isEqualTo(202);
  }

  private static String receipt(String id, String key, String status) {
    return "{'receipts':[{'id':'%s','message':'%s','status':'%s'}]}".formatted(id, key, status);
  }
}
