package io.sluice.engine.analysis;

import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.nodetype.BoundNode;
import io.sluice.engine.run.Run;
import io.sluice.engine.run.RunVisits;
import io.sluice.engine.run.Visit;
import io.sluice.engine.workspace.Workspace;
import io.sluice.node.Audience;
import io.sluice.node.MessageNode;
import io.sluice.node.Observation;
import io.sluice.node.ObserverNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds what is to be counted of a run: each action once for each observer that hangs on it. */
@Component
class Watching {
  private static final Instant FOREVER = Instant.parse("9999-12-31T00:00:00Z");

  private final RunVisits visits;
  private final Records records;
  private final Baselines baselines;

  Watching(RunVisits visits, Records records, Baselines baselines) {
    this.visits = visits;
    this.records = records;
    this.baselines = baselines;
  }

  /**
   * What is to be counted of a run; nothing is counted yet.
   *
   * @param days of actions without an observer
   */
  List<Watched> of(Workspace workspace, Run run, BoundCanvas canvas, int days, Instant asOf) {
    List<Watched> all = new ArrayList<>();
    for (String node : canvas.order()) {
      if (!canvas.node(node).acts()) {
        continue;
      }
      List<Watched> observed =
          canvas.from(node).stream()
              .map(wire -> canvas.node(wire.target()))
              .filter(target -> target.type() instanceof ObserverNode)
              .map(
                  observer ->
                      watched(
                          workspace, run, canvas, node, observer.id(), observation(observer), asOf))
              .toList();
      all.addAll(
          observed.isEmpty()
              ? List.of(watched(workspace, run, canvas, node, null, anything(days), asOf))
              : observed);
    }
    return all;
  }

  private static Observation anything(int days) {
    return new Observation(days, Set.of(), Set.of(), false, Optional.empty());
  }

  static Observation observation(BoundNode observer) {
    return observationOf((ObserverNode<?>) observer.type(), observer);
  }

  private static <C extends Record> Observation observationOf(
      ObserverNode<C> type, BoundNode observer) {
    return type.observation(observer.settingsOf(type));
  }

  private Watched watched(
      Workspace workspace,
      Run run,
      BoundCanvas canvas,
      String node,
      String analysis,
      Observation observation,
      Instant asOf) {
    Days days = new Days(workspace.zone());
    Instant until =
        visits.endOf(run).map(end -> days.windowEnd(end, observation.days())).orElse(null);
    Instant to = until == null || until.isAfter(asOf) ? asOf : until;
    boolean sends = canvas.node(node).type() instanceof MessageNode;
    Outcomes outcomes = Outcomes.NONE;
    Audience treated = Audience.empty();
    Baselines.Alone alone = Baselines.Alone.NOBODY;
    List<Part> parts = new ArrayList<>();
    for (Visit visit : visits.of(run, canvas, List.of(node))) {
      // Of a run that is dated back the clicks are of today.
      Outcomes here =
          sends
              ? records.of(run, visit, run.isDatedBack() ? FOREVER : to.minusNanos(1_000))
              : records.of(visit);
      Baselines.Alone left =
          observation
              .baseline()
              .map(baseline -> baselines.of(workspace, run, canvas, visit, baseline))
              .orElse(Baselines.Alone.NOBODY);
      Audience compared = sends ? visit.arrived().minus(here.heldBack()) : visit.arrived();
      outcomes = outcomes.and(here);
      treated = treated.union(compared);
      alone =
          new Baselines.Alone(
              alone.assigned().union(left.assigned()), alone.passed().union(left.passed()));
      parts.add(
          new Part(
              visit.instant(), to, here.sent(), here.sent().union(compared).union(left.passed())));
    }
    return new Watched(
        node,
        analysis,
        observation,
        until,
        outcomes,
        treated,
        alone,
        new Tally(OrderScope.of(observation), parts));
  }
}
