package io.sluice.engine.run;

import static io.sluice.engine.run.RunTables.*;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;

import io.sluice.engine.bpmn.CohortRef;
import io.sluice.engine.campaign.LastRuns;
import io.sluice.engine.step.Seeds;
import io.sluice.engine.workspace.WorkspaceId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** The rows of runs and cohorts. */
@Repository
class RunStore implements LastRuns {
  private static final String OPEN = "open";
  private static final String ENDED_STATE = "ended";

  private final DSLContext db;

  RunStore(DSLContext db) {
    this.db = db;
  }

  long nextId(WorkspaceId workspace) {
    return db.select(coalesce(max(RUN_ID), inline(0L)).plus(1L))
        .from(RUN)
        .where(RUN_WORKSPACE.eq(workspace.value()))
        .fetchSingle()
        .value1();
  }

  void insert(Run run, String startKey) {
    db.insertInto(RUN)
        .set(RUN_WORKSPACE, run.workspace().value())
        .set(RUN_ID, run.id())
        .set(RUN_CAMPAIGN, run.campaign())
        .set(RUN_VERSION, run.version())
        .set(RUN_STATE, run.state().key())
        .set(RUN_INSTANT, run.instant())
        .set(RUN_SEED, run.seeds().run())
        .set(CAMPAIGN_SEED, run.seeds().campaign())
        .set(START_KEY, startKey)
        .set(STARTED, run.startedAt())
        .execute();
  }

  Optional<Run> find(WorkspaceId workspace, long id) {
    return db.select(RUN_FIELDS)
        .from(RUN)
        .where(RUN_WORKSPACE.eq(workspace.value()), RUN_ID.eq(id))
        .fetchOptional(RunStore::run);
  }

  /** The run, locked until the end of the transaction. */
  Optional<Run> lock(WorkspaceId workspace, long id) {
    return db.select(RUN_FIELDS)
        .from(RUN)
        .where(RUN_WORKSPACE.eq(workspace.value()), RUN_ID.eq(id))
        .forUpdate()
        .fetchOptional(RunStore::run);
  }

  Optional<Run> byStartKey(WorkspaceId workspace, long campaign, String startKey) {
    return db.select(RUN_FIELDS)
        .from(RUN)
        .where(
            RUN_WORKSPACE.eq(workspace.value()), RUN_CAMPAIGN.eq(campaign), START_KEY.eq(startKey))
        .fetchOptional(RunStore::run);
  }

  /** The how-manieth run of its campaign it is, from 1 on. */
  int numberOf(Run run) {
    return db.fetchCount(
        DSL.selectOne()
            .from(RUN)
            .where(
                RUN_WORKSPACE.eq(run.workspace().value()),
                RUN_CAMPAIGN.eq(run.campaign()),
                RUN_ID.le(run.id())));
  }

  List<Run> ofCampaign(WorkspaceId workspace, long campaign) {
    return db.select(RUN_FIELDS)
        .from(RUN)
        .where(RUN_WORKSPACE.eq(workspace.value()), RUN_CAMPAIGN.eq(campaign))
        .orderBy(RUN_ID.desc())
        .fetch(RunStore::run);
  }

  /** The runs of all campaigns that began before one of them, the last first. */
  List<Run> before(WorkspaceId workspace, long id, int limit) {
    return db.select(RUN_FIELDS)
        .from(RUN)
        .where(RUN_WORKSPACE.eq(workspace.value()), RUN_ID.lt(id))
        .orderBy(RUN_ID.desc())
        .limit(limit)
        .fetch(RunStore::run);
  }

  @Override
  public Map<Long, LastRun> byCampaign(WorkspaceId workspace) {
    return db.select(RUN_FIELDS)
        .from(RUN)
        .where(
            RUN_WORKSPACE.eq(workspace.value()),
            RUN_ID.in(
                DSL.select(max(RUN_ID))
                    .from(RUN)
                    .where(RUN_WORKSPACE.eq(workspace.value()))
                    .groupBy(RUN_CAMPAIGN)))
        .fetchMap(
            RUN_CAMPAIGN,
            row ->
                new LastRun(row.get(RUN_ID), row.get(RUN_STATE), row.get(STARTED), row.get(ENDED)));
  }

  /**
   * Runs whose processes should be held or gone: those paused, and those stopped with open cohorts.
   */
  List<Run> heldOrStopped() {
    return db.select(RUN_FIELDS)
        .from(RUN)
        .where(
            RUN_STATE
                .eq(RunState.PAUSED.key())
                .or(
                    RUN_STATE
                        .eq(RunState.STOPPED.key())
                        .and(
                            DSL.exists(
                                DSL.selectOne()
                                    .from(COHORT)
                                    .where(
                                        COHORT_WORKSPACE.eq(RUN_WORKSPACE),
                                        COHORT_RUN.eq(RUN_ID),
                                        COHORT_STATE.eq(OPEN))))))
        .fetch(RunStore::run);
  }

  /** Running runs that own one of the process instances. */
  List<Run> runningWith(Collection<String> processes) {
    return db.selectDistinct(RUN_FIELDS)
        .from(RUN)
        .join(COHORT)
        .on(COHORT_WORKSPACE.eq(RUN_WORKSPACE), COHORT_RUN.eq(RUN_ID))
        .where(RUN_STATE.eq(RunState.RUNNING.key()), PROCESS.in(processes))
        .fetch(RunStore::run);
  }

  /** A run that ended before an instant and whose details are still there. */
  Optional<Run> withDetailsSince(Instant before) {
    return db.select(RUN_FIELDS)
        .from(RUN)
        .where(
            DETAILS_REMOVED.isNull(),
            ENDED.lt(before),
            RUN_STATE.in(RunState.FINISHED.key(), RunState.STOPPED.key()))
        .orderBy(ENDED)
        .limit(inline(1))
        .fetchOptional(RunStore::run);
  }

  void detailsRemoved(Run run, Instant at) {
    db.update(RUN)
        .set(DETAILS_REMOVED, at)
        .where(RUN_WORKSPACE.eq(run.workspace().value()), RUN_ID.eq(run.id()))
        .execute();
  }

  /** When the run's details were removed. */
  Optional<Instant> detailsRemovedAt(Run run) {
    return db.select(DETAILS_REMOVED)
        .from(RUN)
        .where(RUN_WORKSPACE.eq(run.workspace().value()), RUN_ID.eq(run.id()))
        .fetchOptional(DETAILS_REMOVED);
  }

  void setState(Run run, RunState state, Instant endedAt) {
    db.update(RUN)
        .set(RUN_STATE, state.key())
        .set(ENDED, endedAt)
        .set(HELD_BY, (String) null)
        .set(HELD_NODE, (String) null)
        .where(RUN_WORKSPACE.eq(run.workspace().value()), RUN_ID.eq(run.id()))
        .execute();
  }

  /** Pauses a run because of something at a node. */
  void hold(Run run, String what, String node) {
    db.update(RUN)
        .set(RUN_STATE, RunState.PAUSED.key())
        .set(HELD_BY, what)
        .set(HELD_NODE, node)
        .where(RUN_WORKSPACE.eq(run.workspace().value()), RUN_ID.eq(run.id()))
        .execute();
  }

  /** What paused the run, where nobody did. */
  Optional<String> heldBy(Run run) {
    return db.select(HELD_BY)
        .from(RUN)
        .where(RUN_WORKSPACE.eq(run.workspace().value()), RUN_ID.eq(run.id()))
        .fetchOptional(HELD_BY);
  }

  /**
   * A cohort begins.
   *
   * @param parent the oldest of those that it came out of; null where it entered the canvas
   */
  void insertCohort(CohortRef cohort, String entry, Instant instant, Long parent) {
    db.insertInto(COHORT)
        .set(COHORT_WORKSPACE, cohort.workspace())
        .set(COHORT_RUN, cohort.run())
        .set(COHORT_ID, cohort.cohort())
        .set(PARENT, parent)
        .set(COHORT_ENTRY, entry)
        .set(COHORT_INSTANT, instant)
        .set(COHORT_STATE, OPEN)
        .execute();
  }

  /** The number of the next cohort; the run is locked. */
  long nextCohort(WorkspaceId workspace, long run) {
    return db.select(coalesce(max(COHORT_ID), inline(0L)).plus(1L))
        .from(COHORT)
        .where(COHORT_WORKSPACE.eq(workspace.value()), COHORT_RUN.eq(run))
        .fetchSingle()
        .value1();
  }

  /** Keeps other cohorts from coming to actions of the run until the transaction ends. */
  void lockActions(Run run) {
    db.select(COHORT_ID)
        .from(COHORT)
        .where(
            COHORT_WORKSPACE.eq(run.workspace().value()), COHORT_RUN.eq(run.id()), PARENT.isNull())
        .orderBy(COHORT_ID)
        .forUpdate()
        .fetch();
  }

  /** The process instance of a cohort. */
  String process(CohortRef cohort) {
    return db.select(PROCESS).from(COHORT).where(isCohort(cohort)).fetchSingle(PROCESS);
  }

  void setProcess(CohortRef cohort, String process) {
    db.update(COHORT).set(PROCESS, process).where(isCohort(cohort)).execute();
  }

  void endCohort(CohortRef cohort) {
    db.update(COHORT).set(COHORT_STATE, ENDED_STATE).where(isCohort(cohort)).execute();
  }

  Cohort cohort(CohortRef cohort) {
    return db.select(COHORT_FIELDS)
        .from(COHORT)
        .where(isCohort(cohort))
        .fetchSingle(RunStore::cohort);
  }

  List<Cohort> openCohorts(Run run) {
    return db.select(COHORT_FIELDS)
        .from(COHORT)
        .where(isOpen(run))
        .orderBy(COHORT_ID)
        .fetch(RunStore::cohort);
  }

  boolean hasOpenCohort(Run run) {
    return db.fetchExists(db.selectOne().from(COHORT).where(isOpen(run)));
  }

  private static org.jooq.Condition isOpen(Run run) {
    return COHORT_WORKSPACE
        .eq(run.workspace().value())
        .and(COHORT_RUN.eq(run.id()))
        .and(COHORT_STATE.eq(OPEN));
  }

  List<Cohort> cohorts(WorkspaceId workspace, long run) {
    return db.select(COHORT_FIELDS)
        .from(COHORT)
        .where(COHORT_WORKSPACE.eq(workspace.value()), COHORT_RUN.eq(run))
        .orderBy(COHORT_ID)
        .fetch(RunStore::cohort);
  }

  private static org.jooq.Condition isCohort(CohortRef cohort) {
    return COHORT_WORKSPACE
        .eq(cohort.workspace())
        .and(COHORT_RUN.eq(cohort.run()))
        .and(COHORT_ID.eq(cohort.cohort()));
  }

  private static Run run(Record row) {
    return new Run(
        new WorkspaceId(row.get(RUN_WORKSPACE)),
        row.get(RUN_ID),
        row.get(RUN_CAMPAIGN),
        row.get(RUN_VERSION),
        RunState.ofKey(row.get(RUN_STATE)),
        row.get(RUN_INSTANT),
        new Seeds(row.get(RUN_SEED), row.get(CAMPAIGN_SEED)),
        row.get(STARTED),
        row.get(ENDED));
  }

  private static Cohort cohort(Record row) {
    return new Cohort(
        new CohortRef(row.get(COHORT_WORKSPACE), row.get(COHORT_RUN), row.get(COHORT_ID)),
        row.get(COHORT_ENTRY),
        row.get(COHORT_INSTANT),
        OPEN.equals(row.get(COHORT_STATE)),
        row.get(PROCESS));
  }
}
