package io.sluice.engine.run;

import io.sluice.engine.campaign.Campaign;
import io.sluice.engine.campaign.Campaigns;
import io.sluice.engine.campaign.CanvasVersions;
import io.sluice.engine.web.Caller;
import io.sluice.engine.web.InputText;
import io.sluice.engine.workspace.Workspace;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Runs to whose nodes other people come than were approved. */
@RestController
class DepartureController {
  private static final int NAME_LENGTH = 200;
  private static final int WORDS_LENGTH = 2_000;

  private final Runs runs;
  private final RunStore store;
  private final DepartureStore departures;
  private final RunViews views;
  private final Campaigns campaigns;
  private final CanvasVersions versions;

  DepartureController(
      Runs runs,
      RunStore store,
      DepartureStore departures,
      RunViews views,
      Campaigns campaigns,
      CanvasVersions versions) {
    this.runs = runs;
    this.store = store;
    this.departures = departures;
    this.views = views;
    this.campaigns = campaigns;
    this.versions = versions;
  }

  @Operation(
      summary = "The runs that wait for an approver, because other people came than approved")
  @GetMapping("/api/workspaces/{workspace}/departures")
  List<DepartedRun> list(@PathVariable Workspace workspace) {
    return departures.waiting().stream()
        .filter(one -> one.workspace().equals(workspace.id()))
        .map(one -> shown(workspace, one))
        .toList();
  }

  @Operation(
      summary = "Lets a run go on to whose node other people come than approved",
      description =
          "It takes an approver who did not submit the campaign, and is kept. The number that came"
              + " is the approved one then: the run pauses again if it departs from that one too."
              + " 'overdue' is that of resume.")
  @PostMapping("/api/workspaces/{workspace}/runs/{run}/go-on")
  RunView goOn(
      @PathVariable Workspace workspace,
      @PathVariable long run,
      @RequestBody GoOn body,
      HttpServletRequest request) {
    Caller caller = Caller.of(request);
    caller.require(workspace.key(), "approver");
    return views.of(
        runs.goOn(
            workspace,
            run,
            new OverdueSteps.Decision(body.overdue() == null ? Map.of() : body.overdue()),
            caller.author("/by", body.by(), NAME_LENGTH),
            Optional.ofNullable(body.comment())
                .map(words -> InputText.words("/comment", words, WORDS_LENGTH))));
  }

  private DepartedRun shown(Workspace workspace, DepartureStore.Waiting one) {
    Campaign campaign = campaigns.get(workspace.id(), one.campaign());
    Run run = store.find(workspace.id(), one.run()).orElseThrow();
    Departure departure = one.departure();
    return new DepartedRun(
        run.id(),
        campaign.key(),
        campaign.name(),
        departure.node(),
        versions
            .get(workspace.id(), campaign.id(), run.version())
            .drawn(departure.node())
            .shownName(),
        departure.approved(),
        departure.live(),
        departure.allowed(),
        departure.foundAt());
  }

  /**
   * Lets a run go on.
   *
   * @param by who decides; the caller, where the server asks for a login
   */
  record GoOn(Map<String, OverdueSteps.Choice> overdue, String by, String comment) {}

  /** A run that waits for an approver, with the numbers of the node before which it is paused. */
  record DepartedRun(
      long run,
      String campaign,
      String name,
      String node,
      String nodeName,
      int approved,
      int live,
      int allowed,
      Instant foundAt) {}
}
