package io.sluice.engine.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.testing.ImportApi;
import io.sluice.engine.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server that is killed, or stands still for longer than its lease, while it is seen sending.
 * With keys everybody gets the message once; without, nobody gets it twice and whoever did not get
 * it is listed.
 */
@Tag("database")
class SendingKillTest {
  private static final Logger LOG = LoggerFactory.getLogger(SendingKillTest.class);
  private static final boolean FULL = "full".equals(System.getProperty("sluice.test.tier"));
  private static final int PEOPLE = FULL ? 50_000 : 3_000;
  private static final int STOPS = FULL ? 3 : 1;
  private static final int CALLS = 64;
  private static final String API = "/api/workspaces/kill";

  private final TestDatabase database = TestDatabase.create();

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void nobodyGetsAMessageTwiceAndWhoDoesNotGetItIsListed(boolean keys) throws Exception {
    assumeTrue(
        FULL || TestDatabase.isPostgres() || !keys,
        "The quick tier tries gateways with keys on PostgreSQL only");
    long seed = ThreadLocalRandom.current().nextLong(1_000_000);
    LOG.info("Moments of seed {}", seed);
    Random random = new Random(seed);
    int kills = FULL ? 30 : keys ? 2 : 1;
    try (ReceivingGateway gateway = new ReceivingGateway(keys, seed)) {
      ServerProcess server = start();
      try {
        prepare(server, gateway, keys);
        long run = server.send("POST", API + "/campaigns/send/start", "{}").get("id").asLong();
        int disturbances = kills + STOPS;
        for (int i = 0; i < disturbances; i++) {
          int share = PEOPLE / (disturbances + 1);
          awaitSending(gateway, share * i + 1 + random.nextInt(share / 2));
          if (i % (disturbances / STOPS) == 0) {
            server.halt();
            Thread.sleep(4_000);
            server.goOn();
          } else {
            server.kill();
            server = start();
          }
        }
        JsonNode node = finished(server, run);
        // H2 lets one process in at a time.
        server.kill();
        check(gateway, keys, kills + STOPS, run, node);
      } finally {
        server.kill();
      }
    }
  }

  private ServerProcess start() {
    return ServerProcess.start(
        database,
        "sluice.outbound.allowed=127.0.0.1",
        "sluice.delivery.lease=PT2S",
        "sluice.delivery.sweep=PT0.5S",
        "sluice.servers.pulse=PT0.5S");
  }

  private static void awaitSending(ReceivingGateway gateway, int received) {
    await()
        .atMost(Duration.ofMinutes(4))
        .pollInterval(Duration.ofMillis(1))
        .until(() -> gateway.total() >= received);
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

  private void check(
      ReceivingGateway gateway, boolean keys, int disturbances, long run, JsonNode node)
      throws SQLException {
    Map<String, Integer> copies = new TreeMap<>();
    gateway
        .received()
        .forEach((key, times) -> copies.merge(key.split("#")[0], times, Integer::sum));
    long doubled = copies.values().stream().filter(times -> times > 1).count();
    Map<String, String> outcomes = outcomes(run);
    long neverSent = outcomes.keySet().stream().filter(one -> !copies.containsKey(one)).count();
    long unknown = outcomes.values().stream().filter("unknown"::equals).count();
    long notListed =
        outcomes.entrySet().stream()
            .filter(one -> !copies.containsKey(one.getKey()))
            .filter(one -> !one.getValue().matches("unknown|failed"))
            .count();
    LOG.info(
        "{} keys: {} people, {} received, {} twice, {} never sent, {} unknown, {} answers lost",
        keys ? "With" : "Without",
        PEOPLE,
        copies.size(),
        doubled,
        neverSent,
        unknown,
        gateway.lostAnswers());
    assertThat(outcomes).hasSize(PEOPLE);
    assertThat(doubled).as("people with two copies").isZero();
    assertThat(notListed).as("people who got nothing and are listed as done").isZero();
    assertThat(
            node.at("/ports/done").asInt()
                + node.at("/ports/failed").asInt()
                + node.at("/ports/unknown").asInt())
        .isEqualTo(PEOPLE);
    if (keys) {
      assertThat(neverSent).isZero();
    } else {
      assertThat(unknown).isLessThanOrEqualTo((long) disturbances * CALLS + gateway.lostAnswers());
      assertThat(neverSent).isLessThanOrEqualTo(PEOPLE / 100 + (FULL ? 0 : 3L * CALLS));
    }
  }

  /** What the ledger says, by phone number. */
  private Map<String, String> outcomes(long run) throws SQLException {
    Map<String, String> outcomes = new TreeMap<>();
    try (Connection connection = DriverManager.getConnection(database.url(), database.user(), "");
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select m.phone, l.outcome from message l join member m"
                    + " on m.workspace_id = l.workspace_id and m.id = l.member_id"
                    + " where l.run_id = "
                    + run)) {
      while (rows.next()) {
        outcomes.put(rows.getString(1), rows.getString(2));
      }
    }
    return outcomes;
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
    StringBuilder members = new StringBuilder("member,name,phone\n");
    for (int i = 0; i < PEOPLE; i++) {
      members.append("m%d,Ada,1380%d%n".formatted(i, 1_000_000 + i));
    }
    JsonNode imported =
        new ImportApi(server.api(), "kill").run("members/import", members.toString());
    assertThat(imported.path("created").asInt()).isEqualTo(PEOPLE);
  }
}
