package io.sluice.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Journey;
import io.sluice.engine.testing.MovableTime;
import io.sluice.engine.testing.SettableClock;
import io.sluice.engine.testing.Shop;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** People wait for receipts where somebody asks what those tell, over HTTP. */
@EngineTest
@Import(MovableTime.class)
@Tag("any-database")
class ReceiptWaitRunTest {
  private static final String DELIVERED = "{'message':{'node':'sms','is':'delivered'}}";

  @LocalServerPort int port;
  @Autowired SettableClock clock;
  private Shop shop;

  @BeforeEach
  void threePeopleAndAGatewayWhoseReceiptsTakeTheirTime() {
    shop = Shop.create(new Api(port));
    shop.imports()
        .run(
            "members/import?consentBasis=opt-in",
            """
            member,phone,registered_at,consent:sms
            a,13800000001,2020-01-01,yes
            b,13800000002,2020-01-01,yes
            c,13800000003,2020-01-01,yes
            """);
    shop.put("messaging-policy", "{'caps':[]}");
    gateway("{'receipts':true,'faults':{'receiptDelay':'PT9H'}}");
  }

  @AfterEach
  void backToThePresent() {
    clock.reset();
  }

  private void gateway(String settings) {
    shop.put(
        "gateways/sms",
        "{'kind':'sandbox','channel':'sms','default':true,'settings':" + settings + "}");
  }

  private Journey journey(String condition) {
    return Journey.in(shop, "j")
        .node("who", "target-group", "{'who':'everyone'}")
        .node(
            "sms",
            "sms",
            "{'purpose':'marketing','text':'Hi','signature':'【Shop】','optOut':'回T退订'}")
        .node("if", "filter", "{'rule':" + condition + "}")
        .node("yes", "tag", "{'tag':'yes','action':'add'}")
        .arrow("who", "sms")
        .arrow("sms", "if")
        .arrow("if", "yes");
  }

  private long start(Journey journey) {
    assertThat(journey.save().status()).isLessThan(300);
    return journey.start("{}");
  }

  private JsonNode awaitPending(Journey journey, long run, int people) {
    return filter(
        journey.awaitRun(run, view -> filter(view).at("/receipts/pending").asInt(-1) == people));
  }

  private static JsonNode filter(JsonNode run) {
    return Journey.nodeOf(run.path("nodes"), "if");
  }

  private void tell(String address, String kind) {
    for (JsonNode message : shop.get("sandbox/messages?limit=100").json().path("messages")) {
      if (message.path("address").asText().equals(address)) {
        String receipts = "sandbox/messages/" + message.path("id").asText() + "/receipts";
        assertThat(shop.post(receipts, "{'kind':'" + kind + "'}").status()).isLessThan(300);
        return;
      }
    }
    throw new AssertionError("No message to " + address);
  }

  @Test
  void goOnOnceEveryMessageHasAReceiptHoweverOftenItIsTold() {
    Journey journey = journey(DELIVERED);
    long run = start(journey);
    JsonNode waiting = awaitPending(journey, run, 3);
    assertThat(waiting.path("state").asText()).isEqualTo("waiting");
    assertThat(waiting.at("/receipts").has("endedAt")).isFalse();
    tell("13800000001", "delivered");
    tell("13800000001", "delivered");
    tell("13800000002", "failed");
    awaitPending(journey, run, 1);
    tell("13800000003", "delivered");

    JsonNode done = filter(journey.finished(run));

    assertThat(done.at("/ports/out").asInt()).isEqualTo(2);
    assertThat(done.at("/ports/rest").asInt()).isEqualTo(1);
    assertThat(done.at("/receipts/pending").asInt()).isZero();
    assertThat(done.path("instant").asText()).isEqualTo(done.at("/receipts/endedAt").asText());
  }

  @Test
  void countWithoutReceiptAsNotDeliveredAtTheDeadlineAndLaterTruthComesTooLate() {
    Journey journey = journey(DELIVERED);
    long run = start(journey);
    awaitPending(journey, run, 3);
    tell("13800000001", "delivered");
    awaitPending(journey, run, 2);
    clock.pass(Duration.ofHours(23));
    assertThat(awaitPending(journey, run, 2).path("state").asText()).isEqualTo("waiting");
    clock.pass(Duration.ofMinutes(61));

    JsonNode done = filter(journey.finished(run));
    tell("13800000002", "delivered");

    assertThat(done.at("/receipts/pending").asInt()).isEqualTo(2);
    assertThat(done.path("instant").asText()).isEqualTo(done.at("/receipts/until").asText());
    assertThat(filter(journey.run(run)).path("ports")).isEqualTo(done.path("ports"));
    assertThat(shop.get("tags/yes/members").text()).contains("\"a\"").doesNotContain("\"b\"");
  }

  @Test
  void waitNoLongerThanTheConditionSays() {
    Journey journey =
        journey("{'none':[{'message':{'node':'sms','is':'failed','waitUpTo':'PT1H'}}]}");
    long run = start(journey);
    awaitPending(journey, run, 3);
    tell("13800000002", "failed");
    clock.pass(Duration.ofMinutes(61));

    JsonNode done = filter(journey.finished(run));

    assertThat(done.at("/ports/out").asInt()).isEqualTo(2);
    assertThat(done.at("/ports/rest").asInt()).isEqualTo(1);
  }

  @Test
  void doNotWaitForReceiptsThatCameBefore() {
    gateway("{'receipts':true}");
    Journey journey = journey(DELIVERED);

    JsonNode done = filter(journey.finished(start(journey)));

    assertThat(done.at("/ports/out").asInt()).isEqualTo(3);
    assertThat(done.at("/receipts/pending").asInt()).isZero();
  }

  @Test
  void doNotWaitWhereTheGatewayTellsNothingAndTheCheckSaysSo() {
    gateway("{}");
    Journey journey = journey(DELIVERED);
    JsonNode saved = journey.save().json();

    JsonNode done = filter(journey.finished(journey.start("{}")));

    assertThat(saved.at("/problems/0/code").asText()).as(saved.toString()).isEqualTo("no-receipts");
    assertThat(saved.at("/problems/0/severity").asText()).isEqualTo("warning");
    assertThat(done.at("/ports/rest").asInt()).isEqualTo(3);
    assertThat(done.at("/receipts/pending").asInt()).isZero();
  }

  @Test
  void waitBeforeAnActionThatPassesPeopleOver() {
    Journey journey =
        journey("{'all':[]}")
            .node(
                "again",
                "sms",
                """
                {'purpose':'marketing','text':'Hi','signature':'【Shop】','optOut':'回T退订',
                 'skipIf':{'message':{'node':'sms','is':'delivered'}}}
                """)
            .arrow("yes", "again");
    long run = start(journey);
    journey.awaitRun(
        run,
        view -> Journey.nodeOf(view.path("nodes"), "again").at("/receipts/pending").asInt(-1) == 3);
    tell("13800000001", "delivered");
    tell("13800000002", "delivered");
    tell("13800000003", "bounced");

    JsonNode again = Journey.nodeOf(journey.finished(run).path("nodes"), "again");

    assertThat(again.at("/reasons/done/skipped").asInt()).as(again.toString()).isEqualTo(2);
    assertThat(again.at("/ports/done").asInt()).isEqualTo(3);
  }

  @Test
  void holdStillWhileTheRunIsPaused() {
    Journey journey = journey(DELIVERED);
    long run = start(journey);
    awaitPending(journey, run, 3);
    assertThat(shop.post("runs/" + run + "/pause", "{}").status()).isEqualTo(200);
    clock.pass(Duration.ofHours(25));
    await()
        .pollDelay(Duration.ofSeconds(2))
        .until(() -> filter(journey.run(run)).path("state").asText().equals("waiting"));
    assertThat(shop.post("runs/" + run + "/resume", "{}").status()).isEqualTo(200);

    assertThat(filter(journey.finished(run)).at("/ports/rest").asInt()).isEqualTo(3);
  }

  @Test
  void areForecastToWaitTheWholeTimeAndToPassAtMost() {
    JsonNode nodes = journey(DELIVERED).dryRun("{}").at("/result/nodes");
    JsonNode filter = Journey.nodeOf(nodes, "if");
    Instant sent = Instant.parse(Journey.nodeOf(nodes, "sms").path("instant").asText());

    assertThat(filter.path("upTo").toString()).isEqualTo("[\"out\",\"rest\"]");
    assertThat(Instant.parse(filter.path("instant").asText()))
        .isEqualTo(sent.plus(Duration.ofHours(24)));
  }

  @Test
  void areForecastToFailAtMostWhereTheGatewayMayTellSo() {
    JsonNode nodes =
        journey("{'message':{'node':'sms','is':'failed'}}").dryRun("{}").at("/result/nodes");

    assertThat(Journey.nodeOf(nodes, "if").at("/ports/out").asInt()).isEqualTo(3);
    assertThat(Journey.nodeOf(nodes, "if").path("upTo").toString()).isEqualTo("[\"out\",\"rest\"]");
  }
}
