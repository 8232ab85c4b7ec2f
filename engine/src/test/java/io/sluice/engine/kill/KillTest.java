package io.sluice.engine.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.engine.testing.TestDatabase;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server killed in mid-run goes on by itself when it is started again, and what comes out is what
 * an undisturbed run of the same instant gives: every audience, and every coupon, point, mark and
 * value written exactly once.
 */
@Tag("database")
class KillTest {
  private static final Logger LOG = LoggerFactory.getLogger(KillTest.class);
  private static final boolean FULL = "full".equals(System.getProperty("sluice.test.tier"));
  private static final int KILLS = FULL ? 20 : 3;
  private static final int CODES = 50_000;
  private static final String AS_OF = "2025-06-01T08:00:00Z";
  private static final String API = "/api/workspaces/kill";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final TestDatabase database = TestDatabase.create();
  private final Map<String, String> typeOfNode = new TreeMap<>();

  @Test
  void aKilledRunEndsAsAnUndisturbedOne() throws Exception {
    long seed = ThreadLocalRandom.current().nextLong(1_000_000);
    LOG.info("Kill moments of seed {}", seed);
    Random random = new Random(seed);
    ObjectNode canvas = canvas();
    try (ServerProcess server = ServerProcess.start(database)) {
      server.send("PUT", API, "{\"name\":\"Kill\",\"timeZone\":\"UTC\"}");
      server.send("PUT", API + "/points-accounts/shop", "{\"name\":\"Shop\"}");
      server.send("PUT", API + "/attributes/color", "{\"label\":\"Color\",\"type\":\"text\"}");
      server.send(
          "PUT",
          API + "/coupon-batches/gift",
          "{\"name\":\"Gift\",\"kind\":\"amount\",\"value\":5,\"perPerson\":100,\"stock\":100000}");
      server.send(
          "PUT",
          API + "/discount-offers/ten",
          "{\"name\":\"Ten\",\"kind\":\"spend-amount\",\"benefit\":\"percent\",\"value\":10}");
      server.send("PUT", API + "/code-pools/cinema", "{\"name\":\"Cinema\",\"unitCost\":2}");
      addCodes(server);
    }
    // H2 lets one process in at a time, so members come in while no server runs.
    insertMembers();
    ServerProcess server = ServerProcess.start(database);
    try {
      server.send("PUT", API + "/campaigns/journey", canvas.toString());
      Map<String, String> undisturbed = audiences(server, finished(server, start(server)));
      assertThat(undisturbed).hasSizeGreaterThan(20);

      Set<String> openKinds = new TreeSet<>();
      int nodes = typeOfNode.size() - 2;
      int peopleLeave = typeOfNode.size() - 1;
      int valid = 0;
      for (int tries = 0; valid < KILLS && tries < KILLS * 4; tries++) {
        // Moments spread from the first node to the last but one.
        int doneNodes = 1 + valid * nodes / KILLS + random.nextInt(Math.max(1, nodes / KILLS));
        // Once while people leave a wait each on their own day.
        doneNodes = valid == KILLS - 1 ? peopleLeave : doneNodes;
        long run = killInMidRun(server, doneNodes);
        Set<String> open = openNodes(run);
        server = ServerProcess.start(database);
        finished(server, run);
        if (!open.isEmpty() && open.size() < typeOfNode.size()) {
          assertThat(audiences(server, run)).isEqualTo(undisturbed);
          valid++;
          open.forEach(node -> openKinds.add(typeOfNode.get(node)));
        }
      }
      server.kill();
      assertEverythingWrittenOncePerRun();
      LOG.info("{} kills with nodes done and nodes open of the kinds {}", valid, openKinds);
      assertThat(valid).isEqualTo(KILLS);
      assertThat(openKinds).hasSizeGreaterThanOrEqualTo(8);
    } finally {
      server.kill();
    }
  }

  private static long killInMidRun(ServerProcess server, int doneNodes) {
    long run = start(server);
    await()
        .atMost(Duration.ofSeconds(60))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(1))
        .until(() -> doneIn(server.send("GET", API + "/runs/" + run, null)) >= doneNodes);
    server.kill();
    return run;
  }

  private static long doneIn(JsonNode run) {
    return run.get("nodes").findValuesAsText("state").stream().filter("done"::equals).count();
  }

  private static long start(ServerProcess server) {
    String asOf = "{\"asOf\":\"" + AS_OF + "\"}";
    return server.send("POST", API + "/campaigns/journey/start", asOf).get("id").asLong();
  }

  private static void addCodes(ServerProcess server) {
    String codes =
        IntStream.range(0, CODES).mapToObj(i -> "C" + i).collect(Collectors.joining("\n"));
    server
        .api()
        .send(
            "POST",
            API + "/code-pools/cinema/codes",
            "text/plain",
            HttpRequest.BodyPublishers.ofString(codes));
    assertThat(server.send("GET", API + "/code-pools/cinema", null).path("left").asInt())
        .isEqualTo(CODES);
  }

  private static long finished(ServerProcess server, long run) {
    await()
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(50))
        .until(
            () ->
                server
                    .send("GET", API + "/runs/" + run, null)
                    .get("state")
                    .asText()
                    .equals("finished"));
    return run;
  }

  /** The members of every port, by node and port. */
  private static Map<String, String> audiences(ServerProcess server, long run) {
    Map<String, String> audiences = new TreeMap<>();
    for (JsonNode node : server.send("GET", API + "/runs/" + run, null).get("nodes")) {
      node.get("ports")
          .fieldNames()
          .forEachRemaining(
              port -> {
                String path =
                    API + "/runs/" + run + "/nodes/" + node.get("id").asText() + "/ports/" + port;
                audiences.put(
                    node.get("id").asText() + "." + port,
                    server.send("GET", path + "/members?limit=1000", null).toString());
              });
    }
    return audiences;
  }

  private Set<String> openNodes(long run) throws SQLException {
    Set<String> open = new TreeSet<>(typeOfNode.keySet());
    try (Connection connection = connect();
        PreparedStatement statement =
            connection.prepareStatement(
                "select node_id from step where run_id = ? and state = 'done'")) {
      statement.setLong(1, run);
      ResultSet done = statement.executeQuery();
      while (done.next()) {
        open.remove(done.getString(1));
      }
    }
    open.addAll(whereSomebodyWaits(run));
    return open;
  }

  private Set<String> whereSomebodyWaits(long run) throws SQLException {
    Set<String> waiting = new TreeSet<>();
    try (Connection connection = connect();
        PreparedStatement statement =
            connection.prepareStatement(
                "select node_id from waiting_people where run_id = ? and released_at is null")) {
      statement.setLong(1, run);
      ResultSet open = statement.executeQuery();
      while (open.next()) {
        waiting.add(open.getString(1));
      }
    }
    return waiting;
  }

  private void assertEverythingWrittenOncePerRun() throws SQLException {
    try (Connection connection = connect()) {
      WrittenOnce written = new WrittenOnce(connection);
      written.assertOnePerRun(
          "set_change", nodesOf("tag", "save-segment", "blacklist", "discount-mark"));
      written.assertOnePerRun("value_change", nodesOf("level", "attribute"));
      written.assertOnePerRun("points_change", nodesOf("points"));
      written.assertOnePerRun("coupon_grant", nodesOf("coupon"));
      written.assertOnePerRun("code_grant", nodesOf("benefit-code"));
      written.assertRewardsAddUp();
      LOG.info("Written once: {}", written.figures());
    }
  }

  private long nodesOf(String... types) {
    return typeOfNode.values().stream().filter(Set.of(types)::contains).count();
  }

  private void insertMembers() throws SQLException {
    try (Connection connection = connect();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into member (workspace_id, id, member_key, level, gender, birth_date, city, registered_at)"
                    + " values (1, ?, ?, ?, ?, ?, 'Chengdu', timestamp with time zone '2020-01-01 00:00:00+00')")) {
      for (int i = 0; i < 900; i++) {
        insert.setInt(1, i);
        insert.setString(2, "m" + i);
        insert.setInt(3, i % 5);
        insert.setString(4, i % 3 == 0 ? "female" : "male");
        insert.setObject(5, LocalDate.of(1990, 6, 10 + i % 12));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(database.url(), database.user(), "");
  }

  /** A canvas with every kind of node, deep enough to be killed in the middle. */
  private ObjectNode canvas() throws Exception {
    ObjectNode canvas =
        (ObjectNode)
            JSON.readTree(
                Files.readString(
                    Path.of("src/test/resources/io/sluice/engine/kill/journey.canvas.json")));
    canvas
        .get("nodes")
        .forEach(node -> typeOfNode.put(node.get("id").asText(), node.get("type").asText()));
    return canvas;
  }
}
