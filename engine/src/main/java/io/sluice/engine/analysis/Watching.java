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
import io.sluice.node.Trait;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

  /** A run, and who came where in it. */
  private record Scene(
      Workspace workspace,
      Run run,
      BoundCanvas canvas,
      Instant asOf,
      Optional<Instant> end,
      Map<String, List<Visit>> visits) {
    List<Visit> to(String node) {
      return visits.getOrDefault(node, List.of());
    }
  }

  /**
   * What is to be counted of a run; nothing is counted yet.
   *
   * @param days of actions without an observer
   */
  List<Watched> of(Workspace workspace, Run run, BoundCanvas canvas, int days, Instant asOf) {
    Set<String> nodes =
        canvas.order().stream()
            .filter(id -> canvas.node(id).acts() || isBaseline(canvas.node(id)))
            .collect(Collectors.toSet());
    Map<String, List<Visit>> byNode =
        visits.of(run, canvas, nodes).stream().collect(Collectors.groupingBy(Visit::node));
    Scene scene = new Scene(workspace, run, canvas, asOf, visits.endOf(run), byNode);
    List<Watched> all = new ArrayList<>();
    for (String node : canvas.order()) {
      if (canvas.node(node).acts()) {
        all.addAll(watched(scene, node, days));
      }
    }
    return all;
  }

  private static boolean isBaseline(BoundNode node) {
    return node.type().info().has(Trait.CONTROL) || node.type().info().has(Trait.HOLD_OUT);
  }

  private List<Watched> watched(Scene scene, String node, int days) {
    List<Watched> observed =
        scene.canvas().from(node).stream()
            .map(wire -> scene.canvas().node(wire.target()))
            .filter(target -> target.type() instanceof ObserverNode)
            .distinct()
            .map(observer -> watched(scene, node, observer.id(), observation(observer)))
            .toList();
    Observation anything = new Observation(days, Set.of(), Set.of(), false, Optional.empty());
    return observed.isEmpty() ? List.of(watched(scene, node, null, anything)) : observed;
  }

  static Observation observation(BoundNode observer) {
    return observationOf((ObserverNode<?>) observer.type(), observer);
  }

  private static <C extends Record> Observation observationOf(
      ObserverNode<C> type, BoundNode observer) {
    return type.observation(observer.settingsOf(type));
  }

  private Watched watched(Scene scene, String node, String analysis, Observation observation) {
    Days days = new Days(scene.workspace().zone());
    Instant until = scene.end().map(end -> days.windowEnd(end, observation.days())).orElse(null);
    Instant to = until == null || until.isAfter(scene.asOf()) ? scene.asOf() : until;
    Outcomes outcomes = Outcomes.NONE;
    Audience treated = Audience.empty();
    Baselines.Alone alone = Baselines.Alone.NOBODY;
    List<Part> parts = new ArrayList<>();
    for (Visit visit : scene.to(node)) {
      Outcomes here = outcomes(scene, visit, to);
      Audience compared =
          sends(scene, node) ? visit.arrived().minus(here.heldBack()) : visit.arrived();
      Baselines.Alone left = alone(scene, visit, observation);
      outcomes = outcomes.and(here);
      treated = treated.union(compared);
      alone = alone.and(left);
      Audience watched = Audience.unionOf(List.of(here.sent(), compared, left.passed()));
      parts.add(new Part(visit.instant(), to, here.sent(), watched));
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

  private static boolean sends(Scene scene, String node) {
    return scene.canvas().node(node).type() instanceof MessageNode;
  }

  /** Of a run that is dated back the clicks are of today. */
  private Outcomes outcomes(Scene scene, Visit visit, Instant to) {
    if (!sends(scene, visit.node())) {
      return records.of(visit);
    }
    Run run = scene.run();
    return records.of(run, visit, run.isDatedBack() ? FOREVER : to.minusNanos(1_000));
  }

  private Baselines.Alone alone(Scene scene, Visit visit, Observation observation) {
    String baseline = observation.baseline().orElse("");
    if (!scene.canvas().has(baseline)) {
      return Baselines.Alone.NOBODY;
    }
    List<Visit> there =
        scene.to(baseline).stream()
            .filter(kept -> beside(scene.to(visit.node()), kept).equals(visit))
            .toList();
    return baselines.of(scene.workspace(), scene.run(), scene.canvas(), visit, baseline, there);
  }

  /**
   * The visit to an action beside which people were left alone: that of their own cohort, or the
   * first where others left that cohort each at a time of their own before they came to the action.
   */
  private static Visit beside(List<Visit> visits, Visit kept) {
    return visits.stream()
        .filter(visit -> visit.cohort() == kept.cohort())
        .findFirst()
        .orElse(visits.get(0));
  }
}
