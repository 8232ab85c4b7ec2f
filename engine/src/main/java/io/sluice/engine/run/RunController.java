package io.sluice.engine.run;

import io.sluice.engine.campaign.Campaign;
import io.sluice.engine.campaign.Campaigns;
import io.sluice.engine.campaign.CanvasVersions;
import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.delivery.sending.Deliveries;
import io.sluice.engine.member.MemberPage;
import io.sluice.engine.member.MemberPages;
import io.sluice.engine.member.guest.Guests;
import io.sluice.engine.web.IdempotencyKey;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;
import io.sluice.node.Audience;
import io.sluice.node.MessageNode;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Starts, shows and steers runs. */
@RestController
@RequestMapping("/api/workspaces/{workspace}")
class RunController {
  private final RunStarter starter;
  private final Runs runs;
  private final RunStore store;
  private final RunViews views;
  private final RunAudiences audiences;
  private final Why why;
  private final Campaigns campaigns;
  private final CanvasVersions versions;
  private final Reverts reverts;
  private final MemberPages members;
  private final Guests guests;

  RunController(
      RunStarter starter,
      Runs runs,
      RunStore store,
      RunViews views,
      RunAudiences audiences,
      Why why,
      Campaigns campaigns,
      CanvasVersions versions,
      Reverts reverts,
      MemberPages members,
      Guests guests) {
    this.starter = starter;
    this.runs = runs;
    this.store = store;
    this.views = views;
    this.audiences = audiences;
    this.why = why;
    this.campaigns = campaigns;
    this.versions = versions;
    this.reverts = reverts;
    this.members = members;
    this.guests = guests;
  }

  @Operation(
      summary = "Starts the newest version of a campaign",
      description =
          "With asOf the run is dated in the past and draws the same people each time. A repeated"
              + " start with the same Idempotency-Key gives the same run; with another body it is"
              + " refused.")
  @PostMapping("/campaigns/{campaign}/start")
  ResponseEntity<RunView> start(
      @PathVariable Workspace workspace,
      @PathVariable String campaign,
      @RequestHeader(name = IdempotencyKey.HEADER, required = false) String startKey,
      @RequestBody(required = false) StartRequest request) {
    StartRequest asked = request == null ? new StartRequest(null, null) : request;
    Run run =
        starter.start(
            workspace,
            campaign,
            new StartOptions(
                Optional.ofNullable(asked.asOf()),
                Optional.ofNullable(asked.seed()),
                Optional.ofNullable(startKey).map(IdempotencyKey::required)));
    return ResponseEntity.created(
            URI.create("/api/workspaces/" + workspace.key() + "/runs/" + run.id()))
        .body(views.of(run));
  }

  @Operation(summary = "The runs of a campaign")
  @GetMapping("/campaigns/{campaign}/runs")
  List<RunSummary> list(@PathVariable Workspace workspace, @PathVariable String campaign) {
    Campaign found = campaigns.require(workspace, campaign);
    return store.ofCampaign(workspace.id(), found.id()).stream().map(RunSummary::of).toList();
  }

  @Operation(summary = "A run, with its state and the number of people at every port")
  @GetMapping("/runs/{run}")
  RunView get(@PathVariable Workspace workspace, @PathVariable long run) {
    return views.of(runs.require(workspace, run));
  }

  @Operation(summary = "Holds a run: no step begins any more")
  @PostMapping("/runs/{run}/pause")
  RunView pause(@PathVariable Workspace workspace, @PathVariable long run) {
    return views.of(runs.pause(workspace, run));
  }

  @Operation(
      summary = "Lets a paused run go on",
      description =
          "Where waits came due more than an hour ago, the body says for each node whether its"
              + " people go on (fire) or no further (skip).")
  @PostMapping("/runs/{run}/resume")
  RunView resume(
      @PathVariable Workspace workspace,
      @PathVariable long run,
      @RequestBody(required = false) ResumeRequest request) {
    Map<String, OverdueSteps.Choice> choices =
        request == null || request.overdue() == null ? Map.of() : request.overdue();
    return views.of(runs.resume(workspace, run, new OverdueSteps.Decision(choices)));
  }

  @Operation(summary = "Ends a run for good; people stay where they are")
  @PostMapping("/runs/{run}/stop")
  RunView stop(@PathVariable Workspace workspace, @PathVariable long run) {
    return views.of(runs.stop(workspace, run));
  }

  @Operation(summary = "Tries the failed nodes of a run again now")
  @PostMapping("/runs/{run}/retry")
  Retried retry(@PathVariable Workspace workspace, @PathVariable long run) {
    return new Retried(runs.retry(workspace, run));
  }

  @Operation(summary = "Sends the messages of a node that failed or are unknown again")
  @PostMapping("/runs/{run}/nodes/{node}/resend")
  Resent resend(
      @PathVariable Workspace workspace,
      @PathVariable long run,
      @PathVariable String node,
      @RequestBody Resend body) {
    Run found = runs.require(workspace, run);
    BoundCanvas canvas = versions.get(workspace.id(), found.campaign(), found.version());
    if (!canvas.has(node) || !(canvas.node(node).type() instanceof MessageNode)) {
      throw Problem.unknown(
          "unknown-node", "There is no message node '%s' in run %d.".formatted(node, run));
    }
    if (body.outcomes() == null || body.outcomes().isEmpty()) {
      throw Problem.badField(
          "no-outcomes",
          "/outcomes",
          "Name what is sent again: [\"failed\"], or also \"unknown\".");
    }
    return new Resent(runs.resend(workspace, run, node, body.outcomes()));
  }

  @Operation(
      summary = "Takes back the levels, attributes or discount marks that a node wrote",
      description =
          "Old values come back where nobody changed them since; who has another value by now"
              + " keeps it and is listed. Marks go, but for those of people whom somebody else"
              + " marked too.")
  @PostMapping("/runs/{run}/nodes/{node}/revert")
  Reverts.Reverted revert(
      @PathVariable Workspace workspace, @PathVariable long run, @PathVariable String node) {
    return reverts.revert(workspace, run, node);
  }

  /** What is sent again: failed, unknown or both. */
  record Resend(Set<Deliveries.Remainder> outcomes) {}

  /** How many messages are sent again. */
  record Resent(int messages) {}

  @Operation(summary = "The people who left a node by a port, in pages")
  @GetMapping("/runs/{run}/nodes/{node}/ports/{port}/members")
  MemberPage members(
      @PathVariable Workspace workspace,
      @PathVariable long run,
      @PathVariable String node,
      @PathVariable String port,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "-1") int after,
      @RequestParam(defaultValue = "100") int limit) {
    Run found = runs.require(workspace, run);
    BoundCanvas canvas = versions.get(workspace.id(), found.campaign(), found.version());
    canvas.requirePort(node, port);
    Audience audience = audiences.of(found, node, port, reason);
    return members.page(workspace.id(), audience, after, limit);
  }

  @Operation(
      summary = "Where a member was in a run, and why not elsewhere",
      description = "'member' is a key, a phone number or an e-mail address.")
  @GetMapping("/runs/{run}/members/{member}/why")
  WhyView why(
      @PathVariable Workspace workspace, @PathVariable long run, @PathVariable String member) {
    Run found = runs.require(workspace, run);
    MemberPage.Entry who = members.require(workspace.id(), member);
    return why.of(found, who.id(), who.key());
  }

  @Operation(summary = "Where a guest of an imported list was in a run, and why not elsewhere")
  @GetMapping("/runs/{run}/guests/{guest}/why")
  WhyView whyGuest(
      @PathVariable Workspace workspace, @PathVariable long run, @PathVariable int guest) {
    Run found = runs.require(workspace, run);
    if (guests.among(workspace.id(), Audience.of(guest)).isEmpty()) {
      throw Problem.unknown(
          "unknown-guest",
          "There is no guest %d in this workspace; look the address up.".formatted(guest));
    }
    return why.of(found, guest, null);
  }

  record StartRequest(Instant asOf, Long seed) {}

  record ResumeRequest(Map<String, OverdueSteps.Choice> overdue) {}

  record Retried(int nodes) {}

  record RunSummary(long id, int version, RunState state, Instant startedAt, Instant endedAt) {
    static RunSummary of(Run run) {
      return new RunSummary(run.id(), run.version(), run.state(), run.startedAt(), run.endedAt());
    }
  }
}
