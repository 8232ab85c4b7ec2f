package io.sluice.engine.dryrun;

import io.sluice.engine.bpmn.CohortRef;
import io.sluice.engine.bpmn.Entry;
import io.sluice.engine.bpmn.VirtualReleases;
import io.sluice.engine.campaign.Routes;
import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.canvas.Wire;
import io.sluice.engine.delivery.gate.Admission;
import io.sluice.engine.delivery.gate.Reservation;
import io.sluice.engine.segment.Bounds;
import io.sluice.engine.segment.Pin;
import io.sluice.engine.segment.PlannedWrite;
import io.sluice.engine.step.Passages;
import io.sluice.engine.step.ReceiptWindows;
import io.sluice.engine.step.Seeds;
import io.sluice.engine.step.StepInputs;
import io.sluice.engine.step.StepRequest;
import io.sluice.engine.step.StepResult;
import io.sluice.engine.step.Stocks;
import io.sluice.engine.workspace.Workspace;
import io.sluice.node.Audience;
import io.sluice.node.Inputs;
import io.sluice.node.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A run that is only thought: its cohorts, what became of them, and who waits to be released. Steps
 * are computed elsewhere, in the order of their instants.
 */
final class VirtualRun implements VirtualReleases, Passages.Lineage {
  private final ReceiptWindows windows;
  private final Workspace workspace;
  private final BoundCanvas canvas;
  private final Pin pin;
  private final Seeds seeds;
  private final Instant now;
  private final List<VirtualCohort> cohorts = new ArrayList<>();
  private final List<Done> done = new ArrayList<>();
  private final Set<String> nodesDone = new HashSet<>();
  private final TreeMap<Due, List<Waiting>> waiting =
      new TreeMap<>(Comparator.comparing(Due::instant).thenComparing(Due::place));

  VirtualRun(
      ReceiptWindows windows,
      Workspace workspace,
      BoundCanvas canvas,
      Pin pin,
      Seeds seeds,
      Instant now) {
    this.windows = windows;
    this.workspace = workspace;
    this.canvas = canvas;
    this.pin = pin;
    this.seeds = seeds;
    this.now = now;
    cohorts.add(VirtualCohort.entering(Entry.of(canvas, Entry.MAIN), pin.instant()));
  }

  /** A step that is computed. */
  record Done(long cohort, String node, Instant instant, StepResult result) {}

  /** People who leave a node at an instant; of those of one instant the node's place decides. */
  private record Due(Instant instant, int place) {}

  private record Waiting(long cohort, Bounds people) {}

  List<VirtualCohort> cohorts() {
    return cohorts;
  }

  VirtualCohort cohort(long id) {
    return cohorts.get((int) id);
  }

  /** The steps in the order in which they were computed. */
  List<Done> done() {
    return done;
  }

  int nodesDone() {
    return nodesDone.size();
  }

  /** As of when the conditions of a node are read; people wait for receipts as long as may be. */
  Instant instant(VirtualCohort cohort, String node) {
    Instant came =
        arrows(cohort, node).stream()
            .map(wire -> cohort.result(wire.source()).orElseThrow().release())
            .max(Instant::compareTo)
            .orElse(cohort.instant());
    return ForecastPast.latest(
        workspace,
        canvas,
        node,
        windows,
        came,
        passed(cohort),
        () -> arriving(cohort, node).possibly());
  }

  private Bounds arriving(VirtualCohort cohort, String node) {
    return new Bounds(
        inputs(cohort, node, StepResult::surelyAt).union(),
        inputs(cohort, node, StepResult::at).union());
  }

  List<Wire> arrows(VirtualCohort cohort, String node) {
    return cohort.entry().orElseThrow().arrowsInto(canvas, node);
  }

  private interface Port {
    Audience of(StepResult result, String port);
  }

  private Inputs inputs(VirtualCohort cohort, String node, Port port) {
    Set<String> present = cohort.visits().keySet();
    List<Wire> arrows = arrows(cohort, node);
    return StepInputs.of(
        canvas.into(node),
        wire ->
            arrows.contains(wire) && present.contains(wire.source())
                ? port.of(cohort.result(wire.source()).orElseThrow(), wire.sourcePort())
                : Audience.empty());
  }

  /** What is asked of a node when the cohort comes to it. */
  StepRequest request(VirtualCohort cohort, String node, Instant instant, boolean priced) {
    return new StepRequest(
        workspace,
        canvas.node(node),
        inputs(cohort, node, StepResult::at),
        inputs(cohort, node, StepResult::surelyAt),
        new Pin(instant, pin.dataVersion()),
        seeds,
        writesBefore(cohort, node, StepResult::writes),
        writesBefore(cohort, node, StepResult::sureWrites),
        reserved(),
        priced,
        Routes.to(canvas, node),
        new ForecastPast(
            canvas,
            node,
            passed(cohort),
            of -> !windows.telling(workspace.id(), canvas.node(of)).isEmpty(),
            pin.instant(),
            now),
        reached(cohort, node));
  }

  /** Keeps what came of a step; whoever waits for a time of their own is released then. */
  void keep(VirtualCohort cohort, String node, Instant instant, StepResult result) {
    Bounds arrived = arriving(cohort, node);
    cohort.visits().put(node, new VirtualCohort.Visit(instant, arrived, result, true));
    nodesDone.add(node);
    done.add(new Done(cohort.id(), node, instant, result));
    result
        .releases()
        .forEach(
            (at, people) ->
                waiting
                    .computeIfAbsent(
                        new Due(at, canvas.order().indexOf(node)), due -> new ArrayList<>())
                    .add(
                        new Waiting(
                            cohort.id(), new Bounds(people.intersect(arrived.surely()), people))));
  }

  @Override
  public Optional<Instant> next() {
    return waiting.isEmpty() ? Optional.empty() : Optional.of(waiting.firstKey().instant());
  }

  @Override
  public Released release() {
    Map.Entry<Due, List<Waiting>> first = waiting.pollFirstEntry();
    String node = canvas.order().get(first.getKey().place());
    String port = canvas.node(node).releasePort().orElseThrow();
    Bounds people =
        new Bounds(
            Audience.unionOf(first.getValue().stream().map(one -> one.people().surely()).toList()),
            Audience.unionOf(
                first.getValue().stream().map(one -> one.people().possibly()).toList()));
    VirtualCohort released =
        VirtualCohort.released(
            cohorts.size(),
            Entry.find(canvas, Entry.keyOf(node, port)),
            node,
            port,
            people,
            first.getKey().instant(),
            first.getValue().stream()
                .map(one -> new Passages.Part(one.cohort(), one.people().possibly()))
                .toList());
    cohorts.add(released);
    return new Released(
        new CohortRef(workspace.id().value(), 0, released.id()), released.entry().map(Entry::key));
  }

  @Override
  public boolean came(long cohort, String node) {
    return cohort(cohort).came(node);
  }

  @Override
  public List<Passages.Part> parts(long cohort) {
    return cohort(cohort).parts();
  }

  private Function<String, List<ForecastPast.Passed>> passed(VirtualCohort cohort) {
    return of ->
        Passages.of(this, cohort.id(), of).stream()
            .map(
                passage -> {
                  VirtualCohort.Visit visit = cohort(passage.cohort()).visits().get(of);
                  return new ForecastPast.Passed(visit.instant(), visit.result(), passage.people());
                })
            .toList();
  }

  /**
   * What would have been written by now, in the order in which it would: on the way here, in other
   * cohorts anywhere, and out of the same stock.
   */
  private List<PlannedWrite> writesBefore(
      VirtualCohort cohort, String node, Function<StepResult, List<Write>> writes) {
    Set<String> before = canvas.before(node);
    return done.stream()
        .filter(
            step ->
                step.cohort() != cohort.id()
                    || before.contains(step.node())
                    || Stocks.areShared(canvas, step.node(), node))
        .flatMap(
            step ->
                writes.apply(step.result()).stream()
                    .map(write -> new PlannedWrite(write, step.instant())))
        .toList();
  }

  /** The messages that nodes computed so far would send; all of them count for the cap. */
  private List<Reservation> reserved() {
    return done.stream()
        .flatMap(step -> step.result().messages().stream())
        .filter(Admission.Group::counts)
        .map(Reservation::of)
        .toList();
  }

  private Bounds reached(VirtualCohort cohort, String node) {
    if (!canvas.node(node).acts()) {
      return Bounds.exactly(Audience.empty());
    }
    List<Bounds> others =
        cohorts.stream()
            .filter(other -> other.id() != cohort.id() && other.came(node))
            .map(other -> other.visits().get(node).arrived())
            .toList();
    return new Bounds(
        Audience.unionOf(others.stream().map(Bounds::surely).toList()),
        Audience.unionOf(others.stream().map(Bounds::possibly).toList()));
  }
}
