package io.sluice.engine.dryrun;

import io.sluice.engine.campaign.Campaigns;
import io.sluice.engine.campaign.CanvasVersions;
import io.sluice.engine.member.MemberPage;
import io.sluice.engine.member.MemberPages;
import io.sluice.engine.run.StartOptions;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Dry runs: who would get what, before anything goes out. */
@RestController
@RequestMapping("/api/workspaces/{workspace}")
class DryRunController {
  private static final int LONGEST_WAIT_SECONDS = 60;
  private static final long LOOK_EVERY_MILLIS = 20;

  private final DryRuns dryRuns;
  private final DryRunStore store;
  private final Campaigns campaigns;
  private final CanvasVersions versions;
  private final MemberPages members;

  DryRunController(
      DryRuns dryRuns,
      DryRunStore store,
      Campaigns campaigns,
      CanvasVersions versions,
      MemberPages members) {
    this.dryRuns = dryRuns;
    this.store = store;
    this.campaigns = campaigns;
    this.versions = versions;
    this.members = members;
  }

  @Operation(
      summary = "Forecasts the next run of a campaign",
      description =
          "Answers 202 at once; with wait=n it answers 200 with the result if that is there within"
              + " n seconds (at most 60).")
  @PostMapping("/campaigns/{campaign}/dry-run")
  ResponseEntity<DryRun> start(
      @PathVariable Workspace workspace,
      @PathVariable String campaign,
      @RequestParam(defaultValue = "0") int wait,
      @RequestBody(required = false) DryRunRequest request)
      throws InterruptedException {
    DryRunRequest asked = request == null ? new DryRunRequest(null, null) : request;
    long id =
        dryRuns.start(
            workspace,
            campaign,
            new StartOptions(
                Optional.ofNullable(asked.asOf()),
                Optional.ofNullable(asked.seed()),
                Optional.empty()));
    DryRun dryRun = await(workspace, id, wait);
    return ResponseEntity.status(dryRun.isOpen() || wait == 0 ? HttpStatus.ACCEPTED : HttpStatus.OK)
        .location(URI.create("/api/workspaces/" + workspace.key() + "/dry-runs/" + id))
        .body(dryRun);
  }

  @Operation(summary = "A dry run, with its progress or its result")
  @GetMapping("/dry-runs/{dryRun}")
  DryRun get(@PathVariable Workspace workspace, @PathVariable long dryRun) {
    return dryRuns.require(workspace, dryRun);
  }

  @Operation(summary = "Gives up a dry run that is still going")
  @PostMapping("/dry-runs/{dryRun}/cancel")
  DryRun cancel(@PathVariable Workspace workspace, @PathVariable long dryRun) {
    dryRuns.cancel(workspace, dryRun);
    return dryRuns.require(workspace, dryRun);
  }

  @Operation(summary = "The people who would leave a node by a port, in pages")
  @GetMapping("/dry-runs/{dryRun}/nodes/{node}/ports/{port}/members")
  MemberPage members(
      @PathVariable Workspace workspace,
      @PathVariable long dryRun,
      @PathVariable String node,
      @PathVariable String port,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "-1") int after,
      @RequestParam(defaultValue = "100") int limit) {
    DryRun found = dryRuns.require(workspace, dryRun);
    long campaign = campaigns.require(workspace, found.campaign()).id();
    versions.get(workspace.id(), campaign, found.version()).requirePort(node, port);
    if (!DryRun.DONE.equals(found.state())) {
      throw new Problem(
          HttpStatus.CONFLICT,
          "dry-run-not-done",
          "Dry run %d is %s; people are listed once it is done.".formatted(dryRun, found.state()));
    }
    return members.page(
        workspace.id(), store.audience(workspace.id(), dryRun, node, port, reason), after, limit);
  }

  private DryRun await(Workspace workspace, long id, int seconds) throws InterruptedException {
    long until =
        System.nanoTime() + Duration.ofSeconds(Math.min(seconds, LONGEST_WAIT_SECONDS)).toNanos();
    DryRun dryRun = dryRuns.require(workspace, id);
    while (dryRun.isOpen() && System.nanoTime() < until) {
      Thread.sleep(LOOK_EVERY_MILLIS);
      dryRun = dryRuns.require(workspace, id);
    }
    return dryRun;
  }

  record DryRunRequest(Instant asOf, Long seed) {}
}
