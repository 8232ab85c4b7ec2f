package io.sluice.engine.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.canvas.TestCanvases;
import io.sluice.engine.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A scheduled start outlives the server that took it, and servers that share it start one run. */
@Tag("database")
@Tag("on-postgres")
class ScheduledStartTest {
  private static final String API = "/api/workspaces/scheduled";

  private final TestDatabase database = TestDatabase.create();

  @Test
  void aStartThatCameUpWhileNoServerRanHappensWithinTheGraceAndIsMissedBeyondIt() {
    Instant soon = Instant.now().plusSeconds(3);
    try (ServerProcess server = ServerProcess.start(database)) {
      makeCampaign(server, "in-time");
      makeCampaign(server, "too-late");
      soon = Instant.now().plusSeconds(3);
      schedule(server, "in-time", "{\"at\":\"%s\"}".formatted(soon));
      schedule(server, "too-late", "{\"at\":\"%s\",\"grace\":\"PT0S\"}".formatted(soon));
    }
    Instant due = soon;
    await().until(() -> Instant.now().isAfter(due.plusSeconds(1)));
    try (ServerProcess server = ServerProcess.start(database)) {
      assertThat(settled(server, "in-time").at("/state").asText()).isEqualTo("started");
      assertThat(settled(server, "too-late").at("/state").asText()).isEqualTo("missed");
      assertThat(server.send("GET", API + "/campaigns/too-late/runs", null)).isEmpty();
    }
  }

  @Test
  void oneSlotStartsOneRunOnTwoServers() {
    if (!TestDatabase.isPostgres()) {
      return; // One server has the file of H2.
    }
    try (ServerProcess one = ServerProcess.start(database);
        ServerProcess two = ServerProcess.start(database)) {
      for (int i = 0; i < 5; i++) {
        makeCampaign(one, "c" + i);
      }
      Instant soon = Instant.now().plusSeconds(3);
      for (int i = 0; i < 5; i++) {
        schedule(i % 2 == 0 ? one : two, "c" + i, "{\"at\":\"%s\"}".formatted(soon));
      }
      for (int i = 0; i < 5; i++) {
        assertThat(settled(two, "c" + i).at("/state").asText()).isEqualTo("started");
        assertThat(one.send("GET", API + "/campaigns/c" + i + "/runs", null)).hasSize(1);
      }
    }
  }

  private static void makeCampaign(ServerProcess server, String key) {
    server.send("PUT", API, "{\"timeZone\":\"UTC\"}");
    server.send("PUT", API + "/campaigns/" + key, TestCanvases.small(key));
  }

  private static void schedule(ServerProcess server, String campaign, String body) {
    server.send("PUT", API + "/campaigns/" + campaign + "/schedule", body);
  }

  private static JsonNode settled(ServerProcess server, String campaign) {
    String path = API + "/campaigns/" + campaign + "/schedule";
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> !server.send("GET", path, null).path("starts").isEmpty());
    return server.send("GET", path, null).at("/starts/0");
  }
}
