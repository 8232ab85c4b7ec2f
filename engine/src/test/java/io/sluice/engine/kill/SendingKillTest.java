package io.sluice.engine.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.testing.ImportApi;
import io.sluice.engine.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server that is killed, stands still for longer than its lease, or loses its database for a
 * while, each time while it is seen sending. With keys everybody gets the message once; without,
 * nobody gets it twice and whoever did not get it is listed.
 */
@Tag("database")
@Tag("on-postgres")
class SendingKillTest {
  private static final Logger LOG = LoggerFactory.getLogger(SendingKillTest.class);
  private static final boolean FULL = "full".equals(System.getProperty("sluice.test.tier"));
  private static final int PEOPLE = FULL ? 50_000 : 3_000;
  private static final int CALLS = 64;
  private static final String API = "/api/workspaces/kill";

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void nobodyGetsAMessageTwiceAndWhoDoesNotGetItIsListed(boolean keys) throws Exception {
    assumeTrue(
        FULL || TestDatabase.isPostgres() == keys,
        "The quick tier tries gateways with keys on PostgreSQL, those without on H2");
    long seed = ThreadLocalRandom.current().nextLong(1_000_000);
    LOG.info("Moments of seed {}", seed);
    Random random = new Random(seed);
    List<Disturbance> disturbances = disturbances(random);
    try (Databases databases = Databases.start();
        ReceivingGateway gateway = new ReceivingGateway(keys, seed);
        SendingServers servers = new SendingServers(databases)) {
      prepare(servers.any(), gateway, keys);
      long run = servers.any().send("POST", API + "/campaigns/send/start", "{}").get("id").asLong();
      int inFlight = 0;
      for (int i = 0; i < disturbances.size(); i++) {
        int share = PEOPLE / (disturbances.size() + 1);
        gateway.awaitReceived(
            Math.max(share * i + random.nextInt(share / 2), gateway.total())
                + 1
                + random.nextInt(CALLS));
        assertThat(gateway.total()).as("received when disturbed").isLessThan(PEOPLE * 99 / 100);
        inFlight += CALLS * servers.disturb(disturbances.get(i), random);
      }
      JsonNode node = finished(servers.any(), run);
      JsonNode money = servers.any().send("GET", API + "/campaigns/send/budget", null);
      JsonNode balance = servers.any().send("GET", API + "/balances/sms", null);
      // H2 lets one process in at a time.
      servers.close();
      SendingOutcome outcome = SendingOutcome.read(databases.database(), run, gateway);
      LOG.info("{} keys, {}: {}", keys ? "With" : "Without", disturbances, outcome);
      outcome.assertNobodyDoubledOrLost(PEOPLE, node);
      outcome.assertPaid(money, balance, 2 * PEOPLE);
      if (keys) {
        assertThat(outcome.neverSent()).isZero();
      } else {
        assertThat(outcome.unknown()).isLessThanOrEqualTo(inFlight + outcome.lostAnswers());
        assertThat(outcome.neverSent()).isLessThanOrEqualTo(PEOPLE / 100 + (FULL ? 0 : 3 * CALLS));
      }
    }
  }

  private static List<Disturbance> disturbances(Random random) {
    List<Disturbance> all = new ArrayList<>();
    all.addAll(Collections.nCopies(FULL ? 30 : 1, Disturbance.KILL));
    all.addAll(Collections.nCopies(FULL ? 3 : 1, Disturbance.HALT));
    if (TestDatabase.isPostgres()) {
      all.addAll(Collections.nCopies(FULL ? 3 : 1, Disturbance.RESTART_DATABASE));
      all.addAll(Collections.nCopies(FULL ? 2 : 1, Disturbance.CRASH_DATABASE));
    }
    Collections.shuffle(all, random);
    return all;
  }

  private static JsonNode finished(ServerProcess server, long run) {
    await()
        .atMost(Duration.ofMinutes(5))
        .pollInterval(Duration.ofMillis(200))
        .until(
            () ->
                server
                    .send("GET", API + "/runs/" + run, null)
                    .get("state")
                    .asText()
                    .equals("finished"));
    for (JsonNode node : server.send("GET", API + "/runs/" + run, null).get("nodes")) {
      if (node.get("id").asText().equals("sms")) {
        return node;
      }
    }
    throw new AssertionError("No node sms");
  }

  private static void prepare(ServerProcess server, ReceivingGateway gateway, boolean keys) {
    server.send("PUT", API, "{\"name\":\"Kill\",\"timeZone\":\"UTC\"}");
    server.send(
        "PUT",
        API + "/gateways/provider",
        """
        {"kind":"http","channel":"sms","default":true,"settings":{"url":"%s",
         "body":{"to":"{{ address }}","text":"{{ content.text }}"},
         "idempotencyHeader":"Idempotency-Key","concurrency":%d,"requestTimeout":"PT2S"%s}}
        """
            .formatted(gateway.url(), CALLS, keys ? ",\"deduplicates\":\"PT24H\"" : ""));
    server.send(
        "PUT",
        API + "/campaigns/send",
        """
        {"schemaVersion":1,"name":"Send","nodes":[
         {"id":"who","type":"target-group","config":{"who":"everyone"}},
         {"id":"sms","type":"sms","config":{"purpose":"service","text":"Hello {{ member.name }}",
          "signature":"[Shop]"}}],
         "edges":[{"id":"e","source":"who","target":"sms"}]}
        """);
    server.send(
        "PUT",
        API + "/prices",
        "{\"currency\":\"CNY\",\"prices\":[{\"channel\":\"sms\",\"unitPrice\":0.05}]}");
    server.send("PUT", API + "/campaigns/send/budget", "{\"limit\":1000000}");
    server.send(
        "POST", API + "/balances/sms/entries", "{\"units\":%d}".formatted(2 * PEOPLE), "first");
    StringBuilder members = new StringBuilder("member,name,phone\n");
    for (int i = 0; i < PEOPLE; i++) {
      members.append("m%d,Ada,1380%d%n".formatted(i, 1_000_000 + i));
    }
    JsonNode imported =
        new ImportApi(server.api(), "kill").run("members/import", members.toString());
    assertThat(imported.path("created").asInt()).isEqualTo(PEOPLE);
  }
}
