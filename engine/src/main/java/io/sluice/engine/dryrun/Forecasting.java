package io.sluice.engine.dryrun;

import io.sluice.engine.bpmn.CohortRef;
import io.sluice.engine.bpmn.StepHandler;
import io.sluice.engine.campaign.Routes;
import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.canvas.Wire;
import io.sluice.engine.delivery.gate.Admission;
import io.sluice.engine.delivery.gate.Reservation;
import io.sluice.engine.segment.Pin;
import io.sluice.engine.step.ReceiptWindows;
import io.sluice.engine.step.Seeds;
import io.sluice.engine.step.StepEvaluator;
import io.sluice.engine.step.StepInputs;
import io.sluice.engine.step.StepRequest;
import io.sluice.engine.step.StepResult;
import io.sluice.engine.workspace.Workspace;
import io.sluice.node.Write;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Computes the steps of one dry run and keeps what comes out in memory. */
final class Forecasting implements StepHandler {
  private final StepEvaluator evaluator;
  private final ReceiptWindows windows;
  private final Workspace workspace;
  private final BoundCanvas canvas;
  private final Pin pin;
  private final Seeds seeds;
  private final Instant now;
  private final Map<String, StepResult> results = new LinkedHashMap<>();
  private final Map<String, Instant> instants = new LinkedHashMap<>();
  private boolean ended;

  Forecasting(
      StepEvaluator evaluator,
      ReceiptWindows windows,
      Workspace workspace,
      BoundCanvas canvas,
      Pin pin,
      Seeds seeds,
      Instant now) {
    this.evaluator = evaluator;
    this.windows = windows;
    this.workspace = workspace;
    this.canvas = canvas;
    this.pin = pin;
    this.seeds = seeds;
    this.now = now;
  }

  /** The results by node, in the order in which they came. */
  Map<String, StepResult> results() {
    return results;
  }

  Instant instantOf(String node) {
    return instants.get(node);
  }

  boolean ended() {
    return ended;
  }

  @Override
  public void awaiting(CohortRef cohort, String node) {}

  /** Receipts may come whenever; who plans ahead should reckon with the latest. */
  @Override
  public Instant awaitsUntil(CohortRef cohort, String node) {
    Instant came =
        canvas.into(node).stream()
            .map(wire -> results.get(wire.source()).release())
            .max(Instant::compareTo)
            .orElse(pin.instant());
    return ForecastPast.latest(workspace, canvas, node, windows, came, results::get);
  }

  @Override
  public void arrived(CohortRef cohort, String node) {
    Instant instant = awaitsUntil(cohort, node);
    instants.put(node, instant);
    results.put(
        node,
        evaluator.forecast(
            new StepRequest(
                workspace,
                canvas.node(node),
                StepInputs.of(canvas.into(node), this::audienceOf),
                StepInputs.of(
                    canvas.into(node),
                    wire -> results.get(wire.source()).surelyAt(wire.sourcePort())),
                new Pin(instant, pin.dataVersion()),
                seeds,
                writesBefore(node),
                reserved(),
                true,
                Routes.to(canvas, node),
                new ForecastPast(
                    canvas,
                    node,
                    results::get,
                    instants::get,
                    of -> !windows.telling(workspace.id(), canvas.node(of)).isEmpty(),
                    pin.instant(),
                    now))));
  }

  private io.sluice.node.Audience audienceOf(Wire wire) {
    return results.get(wire.source()).at(wire.sourcePort());
  }

  /** What the nodes before would have written by now, in the order in which they would. */
  private List<Write> writesBefore(String node) {
    Set<String> before = canvas.before(node);
    return results.entrySet().stream()
        .filter(entry -> before.contains(entry.getKey()))
        .flatMap(entry -> entry.getValue().writes().stream())
        .toList();
  }

  /** The messages that nodes computed so far would send; all of them count for the cap. */
  private List<Reservation> reserved() {
    return results.values().stream()
        .flatMap(result -> result.messages().stream())
        .filter(Admission.Group::counts)
        .map(Reservation::of)
        .toList();
  }

  @Override
  public int placeOf(CohortRef cohort, String node) {
    return canvas.order().indexOf(node);
  }

  @Override
  public Instant releaseOf(CohortRef cohort, String node) {
    return results.get(node).release();
  }

  @Override
  public void released(CohortRef cohort, String node) {}

  @Override
  public void ended(CohortRef cohort) {
    ended = true;
  }
}
