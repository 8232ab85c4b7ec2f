package io.sluice.engine.delivery.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.ApiClient;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Journey;
import io.sluice.engine.testing.Shop;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Budgets and balances hold while runs send, and pauses stop them, over HTTP. */
@EngineTest
class MessageMoneyTest {
  private static final int PEOPLE = 300;

  @LocalServerPort int port;
  private Shop shop;

  @BeforeEach
  void makeShop() {
    shop = Shop.create(new Api(port));
    StringBuilder csv = new StringBuilder("member,phone\n");
    for (int i = 0; i < PEOPLE; i++) {
      csv.append("m%d,138%08d%n".formatted(i, i));
    }
    shop.imports().run("members/import", csv.toString());
    shop.put("prices", "{'currency':'CNY','prices':[{'channel':'sms','unitPrice':1}]}");
    gateway("PT0S");
  }

  private void gateway(String latency) {
    assertThat(
            shop.put(
                    "gateways/own",
                    "{'kind':'sandbox','channel':'sms','default':true,'settings':{'callSize':10,'concurrency':2,'faults':{'latency':'%s'}}}"
                        .formatted(latency))
                .status())
        .isBetween(200, 201);
  }

  private Journey journey(String key) {
    Journey journey =
        Journey.in(shop, key)
            .node("who", "target-group", "{'who':'everyone'}")
            .node("sms", "sms", "{'purpose':'service','text':'Hello','signature':'[Shop]'}")
            .arrow("who", "sms");
    journey.save();
    return journey;
  }

  @Test
  void aRunPausesAtItsBudgetAndGoesOnAfterATopUp() {
    Journey journey = journey("budgeted");
    limit("budgeted", 105);

    long run = journey.start("{}");
    JsonNode paused = journey.awaitRun(run, view -> isPaused(view));

    assertThat(paused.path("pausedBy").asText()).isEqualTo("budget");
    // The run pauses while the last call that was paid for is on its way.
    await().atMost(Duration.ofSeconds(10)).until(() -> inbox() >= 105);
    assertThat(inbox()).isEqualTo(105);
    assertThat(shop.get("campaigns/budgeted/budget").json().path("committed").asInt())
        .isEqualTo(105);

    limit("budgeted", 1_000);
    shop.post("runs/" + run + "/resume", "{}");
    JsonNode finished = journey.finished(run);

    assertThat(Journey.nodeOf(finished.path("nodes"), "sms").at("/ports/done").asInt())
        .isEqualTo(PEOPLE);
    assertThat(inbox()).isEqualTo(PEOPLE);
    assertThat(addresses()).hasSize(PEOPLE);
  }

  @Test
  void twoRunsNeverUseMoreThanTheBalance() {
    Journey one = journey("one");
    Journey two = journey("two");
    topUp("first", PEOPLE + 50);

    long first = one.start("{}");
    long second = two.start("{}");
    one.awaitRun(first, view -> isPaused(view) || isFinished(view));
    two.awaitRun(second, view -> isPaused(view) || isFinished(view));

    assertThat(inbox()).isLessThanOrEqualTo(PEOPLE + 50);
    assertThat(isFinished(one.run(first)) && isFinished(two.run(second))).isFalse();

    topUp("second", PEOPLE);
    for (long run : new long[] {first, second}) {
      shop.post("runs/" + run + "/resume", "{}");
    }
    one.finished(first);
    two.finished(second);
    assertThat(inbox()).isEqualTo(2 * PEOPLE);
    assertThat(shop.get("balances/sms").json().path("units").asInt()).isEqualTo(50);
  }

  @Test
  void afterAPauseAtMostOneWindowPerWorkerLeaves() {
    gateway("PT0.1S");
    Journey journey = journey("paused");
    long run = journey.start("{}");
    journey.awaitRun(run, view -> inbox() > 0);

    shop.post("runs/" + run + "/pause", "{}");
    int atPause = inbox();
    JsonNode sending =
        journey.awaitRun(
            run,
            view -> {
              JsonNode node = Journey.nodeOf(view.path("nodes"), "sms").path("sending");
              return node.path("sent").asInt() == inbox();
            });

    // Two calls at once of ten messages each; each may have begun just before the pause.
    assertThat(inbox()).isBetween(atPause, atPause + 20);
    assertThat(Journey.nodeOf(sending.path("nodes"), "sms").at("/sending/planned").asInt())
        .isEqualTo(PEOPLE);

    gateway("PT0S");
    shop.post("runs/" + run + "/resume", "{}");
    journey.finished(run);
    assertThat(addresses()).hasSize(PEOPLE);
    assertThat(inbox()).isEqualTo(PEOPLE);
  }

  private static boolean isPaused(JsonNode view) {
    return view.path("state").asText().equals("paused");
  }

  private static boolean isFinished(JsonNode view) {
    return view.path("state").asText().equals("finished");
  }

  private void limit(String campaign, int limit) {
    assertThat(shop.put("campaigns/" + campaign + "/budget", "{'limit':" + limit + "}").status())
        .isEqualTo(200);
  }

  private void topUp(String key, int units) {
    assertThat(
            new ApiClient(port)
                .send(
                    "POST",
                    shop.address() + "/balances/sms/entries",
                    "{\"units\":" + units + "}",
                    "Idempotency-Key",
                    key)
                .status())
        .isBetween(200, 201);
  }

  private int inbox() {
    return shop.get("sandbox/messages?limit=1000").json().path("messages").size();
  }

  private Set<String> addresses() {
    Set<String> addresses = new HashSet<>();
    shop.get("sandbox/messages?limit=1000")
        .json()
        .path("messages")
        .forEach(message -> addresses.add(message.path("address").asText()));
    return addresses;
  }
}
