package io.sluice.engine.analysis;

import io.sluice.engine.campaign.Campaign;
import io.sluice.engine.campaign.Campaigns;
import io.sluice.engine.run.Run;
import io.sluice.engine.run.Runs;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;
import io.sluice.node.Observation;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows what came of runs, now and as it was counted each morning. */
@RestController
@RequestMapping("/api/workspaces/{workspace}")
class AnalysisController {
  private final Analyses analyses;
  private final Recounts recounts;
  private final Windows windows;
  private final Runs runs;
  private final Campaigns campaigns;
  private final Clock clock;

  AnalysisController(
      Analyses analyses,
      Recounts recounts,
      Windows windows,
      Runs runs,
      Campaigns campaigns,
      Clock clock) {
    this.analyses = analyses;
    this.recounts = recounts;
    this.windows = windows;
    this.runs = runs;
    this.campaigns = campaigns;
    this.clock = clock;
  }

  @Operation(
      summary = "What came of a run by now: every action side by side, the goal, and the total",
      description =
          "The total counts an order once, whatever actions it counts under. A null stands where"
              + " there is nothing to divide by.")
  @GetMapping("/runs/{run}/analysis")
  RunAnalysis ofRun(@PathVariable Workspace workspace, @PathVariable long run) {
    return analyses.of(workspace, runs.require(workspace, run), now());
  }

  @Operation(summary = "The days for which a run was counted, the last first")
  @GetMapping("/runs/{run}/recounts")
  List<Recount> recounts(@PathVariable Workspace workspace, @PathVariable long run) {
    Run found = runs.require(workspace, run);
    return recounts.of(found);
  }

  @Operation(summary = "What had come of a run by the end of a day, as it was counted after it")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = RunAnalysis.class)))
  @GetMapping(path = "/runs/{run}/recounts/{day}", produces = MediaType.APPLICATION_JSON_VALUE)
  String recount(
      @PathVariable Workspace workspace, @PathVariable long run, @PathVariable LocalDate day) {
    Run found = runs.require(workspace, run);
    return recounts
        .figures(found, day)
        .orElseThrow(
            () ->
                Problem.unknown(
                    "not-counted",
                    "Run %d was not counted for %s; see its recounts for the days it was."
                        .formatted(run, day)));
  }

  @Operation(summary = "What came of all runs of a campaign by now; each order counts once")
  @GetMapping("/campaigns/{campaign}/analysis")
  CampaignAnalysis ofCampaign(@PathVariable Workspace workspace, @PathVariable String campaign) {
    return analyses.of(workspace, campaigns.require(workspace, campaign), now());
  }

  @Operation(summary = "For how many days after the end of each run a campaign is counted")
  @GetMapping("/campaigns/{campaign}/analysis-window")
  WindowView window(@PathVariable Workspace workspace, @PathVariable String campaign) {
    Campaign found = campaigns.require(workspace, campaign);
    return new WindowView(windows.of(workspace.id(), found.id()));
  }

  @Operation(
      summary = "Changes for how many days after the end of each run a campaign is counted",
      description =
          "Holds for all its runs, those that have ended too. An analysis node has days of its own.")
  @PutMapping("/campaigns/{campaign}/analysis-window")
  WindowView setWindow(
      @PathVariable Workspace workspace,
      @PathVariable String campaign,
      @RequestBody WindowView window) {
    Campaign found = campaigns.require(workspace, campaign);
    if (window.days() == null || window.days() < 1 || window.days() > Observation.MOST_DAYS) {
      throw Problem.badField(
          "out-of-range", "/days", "'days' must be a whole number from 1 to 90.");
    }
    recounts.setWindow(workspace.id(), found.id(), window.days());
    return window;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  record WindowView(Integer days) {}

  /** A day for which a run was counted. */
  record Recount(LocalDate day, Instant asOf, Instant madeAt) {}
}
