package io.sluice.engine.dryrun;

import io.sluice.engine.bpmn.CohortRef;
import io.sluice.engine.bpmn.StepHandler;
import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.step.StepEvaluator;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** Computes the steps of one dry run and keeps what comes out in memory. */
final class Forecasting implements StepHandler {
  private final StepEvaluator evaluator;
  private final BoundCanvas canvas;
  private final VirtualRun run;
  private final Set<Long> ended = new HashSet<>();

  Forecasting(StepEvaluator evaluator, BoundCanvas canvas, VirtualRun run) {
    this.evaluator = evaluator;
    this.canvas = canvas;
    this.run = run;
  }

  /** Whether every cohort that started somewhere came to its end. */
  boolean ended() {
    return run.cohorts().stream()
        .filter(cohort -> cohort.entry().isPresent())
        .allMatch(cohort -> ended.contains(cohort.id()));
  }

  @Override
  public void awaiting(CohortRef cohort, String node) {}

  /** Receipts may come whenever; who plans ahead should reckon with the latest. */
  @Override
  public Instant awaitsUntil(CohortRef cohort, String node) {
    return run.instant(of(cohort), node);
  }

  @Override
  public void arrived(CohortRef cohort, String node) {
    Instant instant = awaitsUntil(cohort, node);
    run.keep(
        of(cohort),
        node,
        instant,
        evaluator.forecast(run.request(of(cohort), node, instant, true)));
  }

  @Override
  public int placeOf(CohortRef cohort, String node) {
    return canvas.order().indexOf(node);
  }

  @Override
  public Instant releaseOf(CohortRef cohort, String node) {
    return of(cohort).result(node).orElseThrow().release();
  }

  @Override
  public void released(CohortRef cohort, String node) {}

  @Override
  public void ended(CohortRef cohort) {
    ended.add(cohort.cohort());
  }

  private VirtualCohort of(CohortRef cohort) {
    return run.cohort(cohort.cohort());
  }
}
