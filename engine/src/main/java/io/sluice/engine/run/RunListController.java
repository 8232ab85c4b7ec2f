package io.sluice.engine.run;

import io.sluice.engine.campaign.Campaign;
import io.sluice.engine.campaign.Campaigns;
import io.sluice.engine.member.MemberPages;
import io.sluice.engine.web.InputText;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists the runs of all campaigns. */
@RestController
class RunListController {
  private static final int LONGEST_PAGE = 1_000;

  private static final int MOST_LOOKED_AT = 100;

  private final RunStore store;
  private final Why why;
  private final Campaigns campaigns;
  private final MemberPages members;

  RunListController(RunStore store, Why why, Campaigns campaigns, MemberPages members) {
    this.store = store;
    this.why = why;
    this.campaigns = campaigns;
    this.members = members;
  }

  @Operation(
      summary = "The runs of all campaigns, the last first, in pages",
      description = "'before' is the id of the last one of the page before.")
  @GetMapping("/api/workspaces/{workspace}/runs")
  List<RunOfCampaign> list(
      @PathVariable Workspace workspace,
      @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
      @RequestParam(defaultValue = "50") int limit) {
    if (limit < 1 || limit > LONGEST_PAGE) {
      throw Problem.badField("bad-page", "limit", "'limit' must be 1 to 1000.");
    }
    return store.before(workspace.id(), before, limit).stream()
        .map(run -> shown(workspace, run))
        .toList();
  }

  @Operation(
      summary = "The runs in which a member was, and how they went through, the last run first",
      description =
          "Looks at 'looked' runs, 20 if it is left out, that began before the run 'before'. 'next'"
              + " is what to give as 'before' to look further back.")
  @GetMapping("/api/workspaces/{workspace}/members/{member}/runs")
  Visits ofMember(
      @PathVariable Workspace workspace,
      @PathVariable String member,
      @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
      @RequestParam(defaultValue = "20") int looked) {
    if (looked < 1 || looked > MOST_LOOKED_AT) {
      throw Problem.badField("bad-page", "looked", "'looked' must be 1 to 100.");
    }
    int id = members.requireId(workspace.id(), InputText.key("member", member));
    List<Run> runs = store.before(workspace.id(), before, looked + 1);
    List<Run> these = runs.subList(0, Math.min(looked, runs.size()));
    return new Visits(
        these.stream()
            .map(run -> new VisitedRun(shown(workspace, run), why.of(run, id, member).nodes()))
            .filter(visit -> !visit.nodes().isEmpty())
            .toList(),
        runs.size() > looked ? these.get(looked - 1).id() : null);
  }

  private RunOfCampaign shown(Workspace workspace, Run run) {
    return RunOfCampaign.of(
        run,
        campaigns.get(workspace.id(), run.campaign()),
        run.state() == RunState.PAUSED ? store.heldBy(run).orElse(null) : null);
  }

  /**
   * Runs in which somebody was.
   *
   * @param next what to give as {@code before} to look further back; null when all were looked at
   */
  record Visits(List<VisitedRun> runs, Long next) {}

  /** A run, and the nodes to which somebody came in it. */
  record VisitedRun(RunOfCampaign run, List<WhyView.Reached> nodes) {}

  /**
   * A run, with its campaign.
   *
   * @param pausedBy what paused it, where nobody did: budget or departure
   */
  record RunOfCampaign(
      long id,
      String campaign,
      String name,
      int version,
      RunState state,
      Instant startedAt,
      Instant endedAt,
      String pausedBy) {
    static RunOfCampaign of(Run run, Campaign campaign, String pausedBy) {
      return new RunOfCampaign(
          run.id(),
          campaign.key(),
          campaign.name(),
          run.version(),
          run.state(),
          run.startedAt(),
          run.endedAt(),
          pausedBy);
    }
  }
}
