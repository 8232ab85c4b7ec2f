package io.sluice.engine.run;

import static io.sluice.engine.run.RunTables.*;

import io.sluice.engine.bpmn.Processes;
import io.sluice.engine.bpmn.StepFailure;
import io.sluice.engine.workspace.WorkspaceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The runs of all workspaces that do not go on by themselves, found by looking. */
@Component
public class RunTroubles {
  private static final String WAITING = "waiting";

  private final DSLContext db;
  private final WaitingStore waiting;
  private final DepartureStore departures;
  private final Processes processes;

  RunTroubles(DSLContext db, WaitingStore waiting, DepartureStore departures, Processes processes) {
    this.db = db;
    this.departures = departures;
    this.waiting = waiting;
    this.processes = processes;
  }

  /** A node that was tried often enough and waits for somebody. */
  public record FailedNode(
      WorkspaceId workspace, long campaign, long run, String node, String reason) {}

  /**
   * A wait of a running run that is over, and still nobody has gone on.
   *
   * @param due when they were to go on
   */
  public record LateNode(
      WorkspaceId workspace, long campaign, long run, String node, Instant due) {}

  /**
   * A run that is paused because something is short.
   *
   * @param what is short: {@code budget}
   */
  public record HeldRun(WorkspaceId workspace, long campaign, long run, String node, String what) {}

  /**
   * A run that is paused because other people came to a node than were approved.
   *
   * @param what tells how many
   */
  public record DepartedRun(
      WorkspaceId workspace, long campaign, long run, String node, String what) {}

  /** The runs that an approver has to let go on. */
  public List<DepartedRun> departed() {
    return departures.waiting().stream()
        .map(
            one ->
                new DepartedRun(
                    one.workspace(),
                    one.campaign(),
                    one.run(),
                    one.departure().node(),
                    one.departure().sentence()))
        .toList();
  }

  /** The runs that are paused because something is short for a reward. */
  public List<HeldRun> held() {
    return db.select(RUN_WORKSPACE, RUN_CAMPAIGN, RUN_ID, HELD_NODE, HELD_BY)
        .from(RUN)
        .where(RUN_STATE.eq(RunState.PAUSED.key()), HELD_BY.ne(Departures.HELD))
        .fetch(
            row ->
                new HeldRun(
                    new WorkspaceId(row.value1()),
                    row.value2(),
                    row.value3(),
                    row.value4(),
                    row.value5()));
  }

  /** The failed nodes of open runs. */
  public List<FailedNode> failed() {
    Map<String, List<StepFailure>> failures = processes.givenUp();
    List<FailedNode> failed = new ArrayList<>();
    if (failures.isEmpty()) {
      return failed;
    }
    db.select(RUN_WORKSPACE, RUN_CAMPAIGN, RUN_ID, PROCESS)
        .from(COHORT)
        .join(RUN)
        .on(RUN_WORKSPACE.eq(COHORT_WORKSPACE), RUN_ID.eq(COHORT_RUN))
        .where(
            PROCESS.in(failures.keySet()),
            RUN_STATE.in(RunState.RUNNING.key(), RunState.PAUSED.key()))
        .forEach(
            row ->
                failures
                    .get(row.value4())
                    .forEach(
                        failure ->
                            failed.add(
                                new FailedNode(
                                    new WorkspaceId(row.value1()),
                                    row.value2(),
                                    row.value3(),
                                    failure.node(),
                                    failure.message()))));
    return failed;
  }

  /** The waits of running runs that were due before an instant and are not over yet. */
  public List<LateNode> dueBefore(Instant instant) {
    List<LateNode> late = new ArrayList<>(waiting.dueBefore(instant));
    late.addAll(stepsDueBefore(instant));
    return late;
  }

  private List<LateNode> stepsDueBefore(Instant instant) {
    return db.select(RUN_WORKSPACE, RUN_CAMPAIGN, RUN_ID, STEP_NODE, RELEASE)
        .from(STEP)
        .join(RUN)
        .on(RUN_WORKSPACE.eq(STEP_WORKSPACE), RUN_ID.eq(STEP_RUN))
        .where(RUN_STATE.eq(RunState.RUNNING.key()), STEP_STATE.eq(WAITING), RELEASE.lt(instant))
        .fetch(
            row ->
                new LateNode(
                    new WorkspaceId(row.value1()),
                    row.value2(),
                    row.value3(),
                    row.value4(),
                    row.value5()));
  }
}
