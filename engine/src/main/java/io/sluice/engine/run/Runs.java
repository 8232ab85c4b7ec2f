package io.sluice.engine.run;

import io.sluice.engine.bpmn.Processes;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;
import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holds, resumes, stops and retries runs. Our run state comes first, the process engine's second.
 */
@Component
public class Runs {
  private final RunStore runs;
  private final OverdueSteps overdue;
  private final Processes processes;
  private final Clock clock;

  Runs(RunStore runs, OverdueSteps overdue, Processes processes, Clock clock) {
    this.runs = runs;
    this.overdue = overdue;
    this.processes = processes;
    this.clock = clock;
  }

  /**
   * The run of that id.
   *
   * @throws Problem 404 if there is none
   */
  public Run require(Workspace workspace, long id) {
    return runs.find(workspace.id(), id).orElseThrow(() -> unknown(workspace, id));
  }

  /** Holds a running run: no step begins any more. A paused run stays paused. */
  @Transactional
  public Run pause(Workspace workspace, long id) {
    Run run = lockOpen(workspace, id, "paused");
    if (run.state() == RunState.RUNNING) {
      runs.setState(run, RunState.PAUSED, null);
      openCohorts(run).forEach(cohort -> processes.suspend(cohort.process()));
    }
    return require(workspace, id);
  }

  /**
   * Lets a paused run go on. A running one goes on anyway.
   *
   * @throws Problem 409 if waits came due long ago and nobody decided whether to fire or skip them
   */
  @Transactional
  public Run resume(Workspace workspace, long id, OverdueSteps.Decision decision) {
    Run run = lockOpen(workspace, id, "resumed");
    if (run.state() == RunState.PAUSED) {
      overdue.decide(run, decision);
      runs.setState(run, RunState.RUNNING, null);
      openCohorts(run).forEach(cohort -> processes.resume(cohort.process()));
    }
    return require(workspace, id);
  }

  /** Ends a run for good: people stay where they are. A stopped run stays stopped. */
  @Transactional
  public Run stop(Workspace workspace, long id) {
    Run run = lock(workspace, id);
    if (run.state().isOpen()) {
      runs.setState(run, RunState.STOPPED, clock.instant());
      for (Cohort cohort : openCohorts(run)) {
        processes.stop(cohort.process(), "stopped");
        runs.endCohort(cohort.ref());
      }
    } else if (run.state() == RunState.FINISHED) {
      throw closed(run, "stopped");
    }
    return require(workspace, id);
  }

  /** Tries the failed nodes of a run again now and returns how many there were. */
  @Transactional
  public int retry(Workspace workspace, long id) {
    Run run = lockOpen(workspace, id, "retried");
    return openCohorts(run).stream().mapToInt(cohort -> processes.retry(cohort.process())).sum();
  }

  private List<Cohort> openCohorts(Run run) {
    return runs.cohorts(run.workspace(), run.id()).stream().filter(Cohort::open).toList();
  }

  private Run lock(Workspace workspace, long id) {
    return runs.lock(workspace.id(), id).orElseThrow(() -> unknown(workspace, id));
  }

  private Run lockOpen(Workspace workspace, long id, String verb) {
    Run run = lock(workspace, id);
    if (!run.state().isOpen()) {
      throw closed(run, verb);
    }
    return run;
  }

  private static Problem closed(Run run, String verb) {
    return new Problem(
        HttpStatus.CONFLICT,
        "run-closed",
        "Run %d is %s and cannot be %s; start a new one."
            .formatted(run.id(), run.state().key(), verb));
  }

  private static Problem unknown(Workspace workspace, long id) {
    return Problem.unknown(
        "unknown-run",
        "There is no run %d in workspace '%s'; start a campaign to make one."
            .formatted(id, workspace.key()));
  }
}
