package io.sluice.engine.analysis;

import io.sluice.engine.campaign.Campaign;
import io.sluice.engine.campaign.Campaigns;
import io.sluice.engine.campaign.CanvasVersions;
import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.run.Run;
import io.sluice.engine.run.RunVisits;
import io.sluice.engine.workspace.Workspace;
import io.sluice.node.Audience;
import io.sluice.node.OutPort;
import io.sluice.node.SourceNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Counts what came of runs, from records and orders; nothing is added up along the way. */
@Component
class Analyses {
  private final Campaigns campaigns;
  private final CanvasVersions versions;
  private final RunVisits visits;
  private final Watching watching;
  private final CountedOrders orders;
  private final CountedEvents events;
  private final ActionCosts costs;
  private final Goals goals;
  private final Windows windows;

  Analyses(
      Campaigns campaigns,
      CanvasVersions versions,
      RunVisits visits,
      Watching watching,
      CountedOrders orders,
      CountedEvents events,
      ActionCosts costs,
      Goals goals,
      Windows windows) {
    this.campaigns = campaigns;
    this.versions = versions;
    this.visits = visits;
    this.watching = watching;
    this.orders = orders;
    this.events = events;
    this.costs = costs;
    this.goals = goals;
    this.windows = windows;
  }

  /** What came of a run before an instant. */
  RunAnalysis of(Workspace workspace, Run run, Instant asOf) {
    RunCount counted = prepare(workspace, run, asOf);
    List<Tally> tallies = counted.tallies();
    orders.addTo(workspace.id(), tallies, asOf);
    events.addTo(workspace.id(), tallies);
    return counted.figures(campaigns.get(run.workspace(), run.campaign()), visits.endOf(run));
  }

  /** What came of all runs of a campaign before an instant: each order counts once. */
  CampaignAnalysis of(Workspace workspace, Campaign campaign, Instant asOf) {
    List<RunCount> runs =
        visits.runsOf(campaign).stream().map(run -> prepare(workspace, run, asOf)).toList();
    List<Tally> tallies = new ArrayList<>();
    runs.forEach(run -> tallies.addAll(run.tallies()));
    Tally together =
        new Tally(
            OrderScope.ALL, runs.stream().flatMap(run -> run.total().parts().stream()).toList());
    CampaignActions actions = CampaignActions.of(runs);
    tallies.addAll(actions.tallies());
    tallies.add(together);
    orders.addTo(workspace.id(), tallies, asOf);
    events.addTo(workspace.id(), tallies);
    List<RunAnalysis> figures =
        runs.stream().map(run -> run.figures(campaign, visits.endOf(run.run()))).toList();
    Audience people = Audience.unionOf(runs.stream().map(RunCount::sent).toList());
    Audience converted = Audience.unionOf(runs.stream().map(RunCount::converted).toList());
    return new CampaignAnalysis(
        campaign.key(),
        asOf,
        Total.of(
            runs.stream().flatMap(run -> run.responses().stream()).toList(),
            Audience.unionOf(runs.stream().map(RunCount::entered).toList()).size(),
            people.size(),
            converted.size(),
            together.sales()),
        actions.figures(),
        figures.stream()
            .map(
                run ->
                    new CampaignAnalysis.RunTotal(
                        run.run(),
                        run.endedAt(),
                        run.until(),
                        run.complete(),
                        run.total(),
                        run.goal()))
            .toList());
  }

  /** An action of a run as an observer sees it, with its people. */
  Optional<Seen> of(Workspace workspace, Run run, String node, Instant asOf) {
    RunCount counted = prepare(workspace, run, asOf);
    Optional<Watched> watched =
        counted.watched().stream()
            .filter(one -> node.equals(one.analysis()))
            .findFirst()
            .or(
                () ->
                    counted.watched().stream().filter(one -> node.equals(one.node())).findFirst());
    watched.ifPresent(one -> orders.addTo(workspace.id(), List.of(one.tally()), asOf));
    return watched.map(one -> new Seen(one, counted.converted(one)));
  }

  /**
   * An action with the people behind its figures.
   *
   * @param converted those who reached the goal, or bought where there is none
   */
  record Seen(Watched watched, Audience converted) {}

  private RunCount prepare(Workspace workspace, Run run, Instant asOf) {
    BoundCanvas canvas = versions.get(run.workspace(), run.campaign(), run.version());
    int days = windows.of(run.workspace(), run.campaign());
    return new RunCount(
        run,
        canvas,
        asOf,
        watching.of(workspace, run, canvas, days, asOf),
        goals.of(run, canvas, asOf),
        costs.of(run, asOf),
        entered(run, canvas));
  }

  private Audience entered(Run run, BoundCanvas canvas) {
    List<String> sources =
        canvas.order().stream()
            .filter(node -> canvas.node(node).type() instanceof SourceNode)
            .toList();
    return Audience.unionOf(
        visits.of(run, canvas, sources).stream().map(visit -> visit.at(OutPort.OUT)).toList());
  }
}
