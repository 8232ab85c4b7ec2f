package io.sluice.engine.delivery.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.delivery.gateway.http.GatewayDouble;
import io.sluice.engine.delivery.gateway.http.GatewayDouble.Answer;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Journey;
import io.sluice.engine.testing.Shop;
import java.time.Duration;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** What becomes of messages of which nobody knows whether they were taken. */
@EngineTest
@Tag("full")
@TestPropertySource(
    properties = {
      "sluice.outbound.allowed=127.0.0.1",
      "sluice.outbound.first-pause=PT0.01S",
      "sluice.outbound.tries=2"
    })
class DoubtTest {
  private static final String KEYED =
      ",'idempotencyHeader':'Idempotency-Key','deduplicates':'PT24H'";

  @LocalServerPort int port;
  @Autowired DSLContext db;
  @Autowired DeliveryTroubles troubles;
  private final GatewayDouble provider = new GatewayDouble();
  private Shop shop;

  @BeforeEach
  void makeShop() {
    shop = Shop.create(new Api(port));
    shop.imports().run("members/import", "member,phone\na,13800000001\nb,13800000002\n");
  }

  @AfterEach
  void close() {
    provider.close();
  }

  private Journey journey(String gateway, String node) {
    shop.put(
        "gateways/provider",
        "{'kind':'http','channel':'sms','default':true,'settings':{'url':'%s','body':{'to':'{{ address }}'},'concurrency':1%s}}"
            .formatted(provider.url(), gateway));
    Journey journey =
        Journey.in(shop, "hello")
            .node("who", "target-group", "{'who':'everyone'}")
            .node(
                "sms",
                "sms",
                "{'purpose':'service','text':'Hello','signature':'[Shop]'%s}".formatted(node))
            .arrow("who", "sms");
    journey.save();
    return journey;
  }

  private static JsonNode sms(JsonNode run) {
    return Journey.nodeOf(run.path("nodes"), "sms");
  }

  @Test
  void listsWhatWasInDoubtWhenItsRunWasStopped() {
    provider.answering(request -> Answer.CUT);
    Journey journey = journey(KEYED, "");
    long run = journey.start("{}");
    journey.awaitRun(run, view -> !sms(view).at("/sending/troubles/0").isMissingNode());

    shop.post("runs/" + run + "/stop", "{}");

    JsonNode node =
        sms(journey.awaitRun(run, view -> sms(view).path("state").asText().equals("done")));
    assertThat(node.at("/ports/unknown").asInt()).isEqualTo(1);
    assertThat(node.at("/reasons/suppressed/run-stopped").asInt()).isEqualTo(1);
    assertThat(shop.get("runs/" + run + "/nodes/sms/ports/unknown/members").text()).contains("a");
  }

  @Test
  void sendsAgainWhatIsInDoubtWhereTheMarketerPrefersThat() {
    provider.answering(request -> provider.calls() == 1 ? Answer.CUT : new Answer(200, "{}"));
    Journey journey = journey("", ",'preferDelivery':true");

    JsonNode node = sms(journey.finished(journey.start("{}")));

    assertThat(node.at("/ports/done").asInt()).isEqualTo(2);
    assertThat(provider.calls()).isEqualTo(3);
  }

  @Test
  void saysThatMessagesCannotBeMadeAndSendsThemOnceTheyCan() {
    provider.answering(request -> Answer.CUT);
    Journey journey = journey(KEYED, "");
    long run = journey.start("{}");
    journey.awaitRun(run, view -> !sms(view).at("/sending/troubles/0").isMissingNode());
    // As if what a message draws on had gone away since the run began.
    replaceInMessage("Hello", "Hello {{ member.nonsense }}");

    JsonNode view = journey.awaitRun(run, one -> one.path("needsAttention").asBoolean());
    JsonNode trouble = sms(view).at("/sending/troubles/0");
    assertThat(trouble.path("kind").asText()).isEqualTo("content");
    assertThat(trouble.path("text").asText()).contains("cannot be made", "nonsense");
    assertThat(troubles.failing()).isEmpty();
    db.execute("update delivery_batch set troubles = 3");
    assertThat(troubles.failing()).singleElement().matches(one -> one.node().equals("sms"));

    provider.answering(request -> new Answer(200, "{}"));
    replaceInMessage("Hello {{ member.nonsense }}", "Hello");
    assertThat(sms(journey.finished(run)).at("/ports/done").asInt()).isEqualTo(2);
    assertThat(troubles.failing()).isEmpty();
  }

  private void replaceInMessage(String before, String after) {
    db.execute("update delivery set message = replace(message, ?, ?)", before, after);
  }

  @Test
  void doesNotSendAgainForEver() {
    provider.answering(request -> Answer.CUT);
    Journey journey = journey("", ",'preferDelivery':true");
    long run = journey.start("{}");

    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> journey.run(run).path("state").asText().equals("finished"));
    assertThat(sms(journey.run(run)).at("/ports/unknown").asInt()).isEqualTo(2);
    assertThat(provider.calls()).isBetween(4, 8);
  }
}
