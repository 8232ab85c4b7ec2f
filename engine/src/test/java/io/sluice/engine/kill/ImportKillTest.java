package io.sluice.engine.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.ImportApi;
import io.sluice.engine.testing.TestDatabase;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * An import whose server is killed goes on by itself, writes each row once and tells each error
 * once.
 */
@Tag("database")
@Tag("any-database")
class ImportKillTest {
  private static final boolean FULL = "full".equals(System.getProperty("sluice.test.tier"));
  private static final int ROWS = 60_000;
  private static final int BROKEN_EVERY = 500;

  private final TestDatabase database = TestDatabase.create();

  /**
   * Two lines for each product of an order, spread over the file, so that they are counted apart.
   */
  private static String file() {
    StringBuilder csv = new StringBuilder("member,order,paid_at,product,items,amount\n");
    for (int i = 0; i < ROWS; i++) {
      int order = i % (ROWS / 2);
      String amount = i % BROKEN_EVERY == 7 ? "much" : "0.01";
      csv.append("m%d,o%d,2026-01-02,Tea,1,%s%n".formatted(order % 1000, order, amount));
    }
    return csv.toString();
  }

  @Test
  void aKilledImportEndsAsAnUndisturbedOne() {
    String location;
    try (ServerProcess server = ServerProcess.start(database)) {
      server.api().put("/api/workspaces/killed", "{}");
      location =
          new ImportApi(server.api(), "killed")
              .post("orders/import?createMembers=true", BodyPublishers.ofString(file()))
              .location();
      killInMidImport(server, location, 0);
    }
    if (FULL) {
      try (ServerProcess server = ServerProcess.start(database)) {
        killInMidImport(server, location, ROWS / 2);
      }
    }
    try (ServerProcess server = ServerProcess.start(database)) {
      ImportApi imports = new ImportApi(server.api(), "killed");
      JsonNode state = imports.finished(location);

      int broken = ROWS / BROKEN_EVERY;
      assertThat(state.path("state").asText()).as(state.toString()).isEqualTo("done");
      assertThat(state.path("rowsRead").asInt()).isEqualTo(ROWS);
      assertThat(state.path("created").asInt()).isEqualTo(ROWS - broken);
      assertThat(state.path("broken").asInt()).isEqualTo(broken);
      List<String> errors = imports.errors(state);
      assertThat(errors).hasSize(broken).doesNotHaveDuplicates();
      JsonNode summary = server.api().get("/api/workspaces/killed/orders/summary").json();
      assertThat(summary.path("orders").asInt()).isEqualTo((ROWS - broken) / 2);
      assertThat(summary.path("items").asInt()).isEqualTo(ROWS - broken);
    }
  }

  /** Only a server that was seen working proves anything. */
  private static void killInMidImport(ServerProcess server, String location, int moreThan) {
    Api api = server.api();
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(5))
        .until(() -> api.get(location).json().path("rowsRead").asInt() > moreThan);
    server.kill();
  }
}
