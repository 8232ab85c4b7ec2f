package io.sluice.engine.run;

import io.sluice.engine.bpmn.Processes;
import io.sluice.engine.campaign.Approvals;
import io.sluice.engine.delivery.sending.Deliveries;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.node.SeededOrder;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Holds, resumes, stops and retries runs. Our run state is committed first; then the processes are
 * brought in line with it, by the caller or, should the server die in between, by a sweep.
 */
@Component
public class Runs {
  private final RunStore runs;
  private final OverdueSteps overdue;
  private final RunEnd end;
  private final DepartureStore departures;
  private final Approvals approvals;
  private final Processes processes;
  private final Deliveries deliveries;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Runs(
      RunStore runs,
      OverdueSteps overdue,
      RunEnd end,
      DepartureStore departures,
      Approvals approvals,
      Processes processes,
      Deliveries deliveries,
      TransactionTemplate transaction,
      Clock clock) {
    this.runs = runs;
    this.overdue = overdue;
    this.end = end;
    this.departures = departures;
    this.approvals = approvals;
    this.processes = processes;
    this.deliveries = deliveries;
    this.transaction = transaction;
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

  /** The runs of a campaign that can still go on. */
  public List<Run> open(WorkspaceId workspace, long campaign) {
    return runs.ofCampaign(workspace, campaign).stream()
        .filter(run -> run.state().isOpen())
        .toList();
  }

  /** Holds a running run: no step begins any more. A paused run stays as it is. */
  public Run pause(Workspace workspace, long id) {
    return change(
        workspace,
        id,
        run -> {
          requireOpen(run, "paused");
          if (isDeparted(run)) {
            return;
          }
          runs.setState(run, RunState.PAUSED, null);
          deliveries.hold(workspace.id(), id);
        });
  }

  /**
   * Lets a paused run go on. A running one goes on anyway.
   *
   * @throws Problem 409 if waits came due long ago and nobody decided whether to fire or skip them,
   *     or if it is for an approver to let it go on
   */
  public Run resume(Workspace workspace, long id, OverdueSteps.Decision decision) {
    return change(
        workspace,
        id,
        run -> {
          requireOpen(run, "resumed");
          if (isDeparted(run)) {
            throw new Problem(
                HttpStatus.CONFLICT,
                "departed",
                "Run %d is paused because %s; an approver lets it go on, or stop it."
                    .formatted(id, openDeparture(run).sentence()));
          }
          if (run.state() == RunState.PAUSED) {
            goOn(run, decision);
          }
        });
  }

  /**
   * Lets a run go on to whose node other people came than approved, and keeps who said so.
   *
   * @throws Problem 409 if it is not paused for that, if who decides submitted the campaign, or as
   *     {@link #resume}
   */
  Run goOn(
      Workspace workspace,
      long id,
      OverdueSteps.Decision decision,
      String by,
      Optional<String> words) {
    return change(
        workspace,
        id,
        run -> {
          requireOpen(run, "resumed");
          if (!isDeparted(run)) {
            throw new Problem(
                HttpStatus.CONFLICT,
                "not-departed",
                "Run %d is not paused for other people than approved; resume it, if it is paused."
                    .formatted(id));
          }
          requireAnother(run, by);
          departures.decide(run, by, words.orElse(null), clock.instant());
          goOn(run, decision);
        });
  }

  private void goOn(Run run, OverdueSteps.Decision decision) {
    overdue.decide(run, decision);
    runs.setState(run, RunState.RUNNING, null);
    deliveries.release(run.workspace(), run.id());
    end.finishIfOver(run);
  }

  private boolean isDeparted(Run run) {
    return run.state() == RunState.PAUSED
        && runs.heldBy(run).filter(Departures.HELD::equals).isPresent();
  }

  private Departure openDeparture(Run run) {
    return departures.of(run).stream().filter(Departure::isOpen).findFirst().orElseThrow();
  }

  /** Nobody lets go on what they submitted themselves. */
  private void requireAnother(Run run, String by) {
    approvals
        .of(run.workspace(), run.campaign(), run.version(), run.startedAt())
        .filter(approved -> by.equals(approved.submittedBy()))
        .ifPresent(
            own -> {
              throw new Problem(
                  HttpStatus.CONFLICT,
                  "own-campaign",
                  "/by",
                  "%s submitted the campaign; somebody else has to let it go on.".formatted(by));
            });
  }

  /** Ends a run for good: people stay where they are. A stopped run stays stopped. */
  public Run stop(Workspace workspace, long id) {
    return change(
        workspace,
        id,
        run -> {
          if (run.state() != RunState.STOPPED) {
            requireOpen(run, "stopped");
            runs.setState(run, RunState.STOPPED, clock.instant());
            deliveries.stop(workspace.id(), id);
          }
        });
  }

  /** Tries the failed nodes of a run again now and returns how many there were. */
  public int retry(Workspace workspace, long id) {
    Run run = require(workspace, id);
    requireOpen(run, "retried");
    return openCohorts(run).stream().mapToInt(cohort -> processes.retry(cohort.process())).sum();
  }

  /** Sends what failed or is unknown at a message node again and returns how many messages. */
  public int resend(Workspace workspace, long id, String node, Set<Deliveries.Remainder> what) {
    Run run = require(workspace, id);
    if (runs.detailsRemovedAt(run).isPresent()) {
      throw DetailsRemoval.problem();
    }
    return transaction.execute(
        status ->
            deliveries.resend(
                workspace.id(), id, node, what, SeededOrder.of(run.seeds().run(), node)));
  }

  /** Brings the processes of a run in line with its state. */
  void align(Run run) {
    for (Cohort cohort : openCohorts(run)) {
      switch (run.state()) {
        case RUNNING -> processes.resume(cohort.process());
        case PAUSED -> processes.suspend(cohort.process());
        case STOPPED -> {
          processes.stop(cohort.process(), "stopped");
          transaction.executeWithoutResult(status -> runs.endCohort(cohort.ref()));
        }
        case FINISHED -> {}
      }
    }
  }

  private Run change(Workspace workspace, long id, Consumer<Run> change) {
    transaction.executeWithoutResult(
        status ->
            change.accept(runs.lock(workspace.id(), id).orElseThrow(() -> unknown(workspace, id))));
    align(require(workspace, id));
    return require(workspace, id);
  }

  private List<Cohort> openCohorts(Run run) {
    return runs.openCohorts(run);
  }

  private static void requireOpen(Run run, String verb) {
    if (!run.state().isOpen()) {
      throw new Problem(
          HttpStatus.CONFLICT,
          "run-closed",
          "Run %d is %s and cannot be %s; start a new one."
              .formatted(run.id(), run.state().key(), verb));
    }
  }

  private static Problem unknown(Workspace workspace, long id) {
    return Problem.unknown(
        "unknown-run",
        "There is no run %d in workspace '%s'; start a campaign to make one."
            .formatted(id, workspace.key()));
  }
}
