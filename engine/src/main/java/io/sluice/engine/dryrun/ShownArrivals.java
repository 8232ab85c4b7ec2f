package io.sluice.engine.dryrun;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.run.ForecastArrivals;
import io.sluice.engine.workspace.WorkspaceId;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;

/** The people who come to the nodes by the result of a dry run. */
@Component
class ShownArrivals implements ForecastArrivals {
  private final DryRunStore store;

  ShownArrivals(DryRunStore store) {
    this.store = store;
  }

  @Override
  public Optional<Expected> at(WorkspaceId workspace, long dryRun, String node) {
    return store.find(workspace, dryRun).map(DryRun::result).stream()
        .flatMap(result -> nodes(result.path("nodes")))
        .filter(row -> row.path("id").asText().equals(node))
        .map(ShownArrivals::expected)
        .findFirst();
  }

  private static Stream<JsonNode> nodes(JsonNode rows) {
    return StreamSupport.stream(rows.spliterator(), false);
  }

  private static Expected expected(JsonNode row) {
    boolean bound = nodes(row.path("upTo")).anyMatch(port -> port.asText().equals(UpTo.IN));
    return new Expected(row.path("in").asInt(), !bound);
  }
}
