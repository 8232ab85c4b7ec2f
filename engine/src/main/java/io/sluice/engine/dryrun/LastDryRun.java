package io.sluice.engine.dryrun;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.campaign.Campaign;
import io.sluice.engine.money.Need;
import io.sluice.engine.run.StartForecast;
import io.sluice.engine.workspace.Workspace;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Takes for what a run is going to need what a dry run of the last day said, where there is one.
 */
@Component
class LastDryRun implements StartForecast {
  private static final Duration VALID = Duration.ofDays(1);

  /** A dry run whose instant is further from its start was dated to another day. */
  private static final Duration UNDATED = Duration.ofMinutes(1);

  private final DryRunStore store;
  private final Clock clock;

  LastDryRun(DryRunStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public Optional<List<Need>> needs(Workspace workspace, Campaign campaign) {
    return store
        .newest(
            workspace.id(), campaign.id(), campaign.latestVersion(), clock.instant().minus(VALID))
        .filter(
            run -> Duration.between(run.instant(), run.startedAt()).abs().compareTo(UNDATED) < 0)
        .map(run -> needs(run.result().at("/money/lines")));
  }

  private static List<Need> needs(JsonNode lines) {
    List<Need> needs = new ArrayList<>();
    lines.forEach(line -> needs.add(line.hasNonNull("gateway") ? ofGateway(line) : reward(line)));
    return needs;
  }

  private static Need ofGateway(JsonNode line) {
    return new Need(
        line.path("node").asText(),
        line.path("channel").asText(),
        line.path("gateway").asText(),
        line.path("units").asLong());
  }

  private static Need reward(JsonNode line) {
    return Need.reward(
        line.path("node").asText(),
        line.path("channel").asText(),
        line.path("units").asLong(),
        new Need.Worth(line.path("expected").decimalValue(), line.path("cost").decimalValue()));
  }
}
