package io.sluice.engine.run;

import static io.sluice.engine.run.RunTables.RUN;
import static io.sluice.engine.run.RunTables.RUN_CAMPAIGN;
import static io.sluice.engine.run.RunTables.RUN_ID;
import static io.sluice.engine.run.RunTables.RUN_STATE;
import static io.sluice.engine.run.RunTables.RUN_WORKSPACE;
import static io.sluice.engine.run.RunTables.STARTED;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.sluice.engine.audience.AudienceStore;
import io.sluice.engine.audience.AudienceUse;
import io.sluice.engine.audience.AudienceUser;
import io.sluice.engine.bpmn.CohortRef;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.node.Audience;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Repository;

/** The rows of people who wait each for a time of their own. */
@Repository
class WaitingStore implements AudienceUser {
  private static final Table<Record> WAITING = table(name("waiting_people"));
  private static final Field<Integer> WORKSPACE = of("workspace_id", Integer.class);
  private static final Field<Long> OF_RUN = of("run_id", Long.class);
  private static final Field<Long> OF_COHORT = of("cohort_id", Long.class);
  private static final Field<String> NODE = of("node_id", String.class);
  private static final Field<String> PORT = of("port", String.class);
  private static final Field<Instant> DUE = instant("due_at");
  private static final Field<Integer> MEMBERS = of("members", Integer.class);
  private static final Field<String> HASH = of("hash", String.class);
  private static final Field<Instant> RELEASED = instant("released_at");
  private static final Field<Long> CHILD = of("child_id", Long.class);
  private static final List<Field<?>> FIELDS =
      List.of(OF_COHORT, NODE, PORT, DUE, MEMBERS, HASH, RELEASED, CHILD);

  private final DSLContext db;
  private final AudienceStore audiences;

  WaitingStore(DSLContext db, AudienceStore audiences) {
    this.db = db;
    this.audiences = audiences;
  }

  /** A run some of whose people are due. */
  record DueRun(WorkspaceId workspace, long run) {}

  void insert(CohortRef cohort, String node, String port, Map<Instant, Audience> releases) {
    WorkspaceId workspace = new WorkspaceId(cohort.workspace());
    releases.forEach(
        (due, people) ->
            db.insertInto(WAITING)
                .set(WORKSPACE, cohort.workspace())
                .set(OF_RUN, cohort.run())
                .set(OF_COHORT, cohort.cohort())
                .set(NODE, node)
                .set(PORT, port)
                .set(DUE, due)
                .set(MEMBERS, people.size())
                .set(HASH, audiences.put(workspace, people))
                .execute());
  }

  /** Running runs with people who are due. */
  List<DueRun> due(Instant now) {
    return db.selectDistinct(WORKSPACE, OF_RUN)
        .from(WAITING)
        .join(RUN)
        .on(RUN_WORKSPACE.eq(WORKSPACE), RUN_ID.eq(OF_RUN))
        .where(RELEASED.isNull(), DUE.le(now), RUN_STATE.eq(RunState.RUNNING.key()))
        .fetch(row -> new DueRun(new WorkspaceId(row.value1()), row.value2()));
  }

  /** When the next of those who wait are due. */
  Optional<Instant> nextDue(Run run) {
    return db.select(min(DUE))
        .from(WAITING)
        .where(ofRun(run), RELEASED.isNull())
        .fetchOptional(row -> row.value1());
  }

  /** Those who wait for an instant. */
  List<Waiting> openAt(Run run, Instant due) {
    return fetch(ofRun(run).and(RELEASED.isNull()).and(DUE.eq(due)));
  }

  boolean isAnybodyWaiting(Run run) {
    return db.fetchExists(db.selectOne().from(WAITING).where(ofRun(run), RELEASED.isNull()));
  }

  /** Those who should have gone on before an instant. */
  List<Waiting> overdue(Run run, Instant before) {
    return fetch(ofRun(run).and(RELEASED.isNull()).and(DUE.lt(before)));
  }

  List<Waiting> ofRun(Run run, boolean onlyOpen) {
    return fetch(onlyOpen ? ofRun(run).and(RELEASED.isNull()) : ofRun(run));
  }

  /** Of whom a cohort was made. */
  List<Waiting> parts(CohortRef child) {
    return fetch(
        WORKSPACE.eq(child.workspace()).and(OF_RUN.eq(child.run())).and(CHILD.eq(child.cohort())));
  }

  /**
   * The people.
   *
   * @throws io.sluice.engine.web.Problem 410 if they were forgotten long after the end of the run
   */
  Audience people(WorkspaceId workspace, Waiting waiting) {
    if (waiting.hash() == null) {
      throw DetailsRemoval.problem();
    }
    return audiences.get(workspace, waiting.hash());
  }

  /**
   * They were let go.
   *
   * @param child the cohort in which they go on; null where they go no further
   */
  void release(Run run, List<Waiting> people, Instant at, Long child) {
    for (Waiting one : people) {
      int released =
          db.update(WAITING)
              .set(RELEASED, at)
              .set(CHILD, child)
              .where(
                  ofRun(run),
                  OF_COHORT.eq(one.cohort()),
                  NODE.eq(one.node()),
                  PORT.eq(one.port()),
                  DUE.eq(one.due()),
                  RELEASED.isNull())
              .execute();
      if (released != 1) {
        throw new IllegalStateException("Somebody else let go " + one);
      }
    }
  }

  /** Those of running runs who were due before an instant, by node. */
  List<RunTroubles.LateNode> dueBefore(Instant instant) {
    return db.select(WORKSPACE, RUN_CAMPAIGN, OF_RUN, NODE, min(DUE))
        .from(WAITING)
        .join(RUN)
        .on(RUN_WORKSPACE.eq(WORKSPACE), RUN_ID.eq(OF_RUN))
        .where(
            RELEASED.isNull(),
            DUE.lt(instant),
            // A run that is dated back goes through what is long past for a while.
            STARTED.lt(instant),
            RUN_STATE.eq(RunState.RUNNING.key()))
        .groupBy(WORKSPACE, RUN_CAMPAIGN, OF_RUN, NODE)
        .fetch(
            row ->
                new RunTroubles.LateNode(
                    new WorkspaceId(row.value1()),
                    row.value2(),
                    row.value3(),
                    row.value4(),
                    row.value5()));
  }

  /** Forgets up to so many of a run's audiences and returns their hashes. */
  Set<String> forget(Run run, int limit) {
    Set<String> hashes =
        db.selectDistinct(HASH)
            .from(WAITING)
            .where(ofRun(run), HASH.isNotNull())
            .limit(inline(limit))
            .fetchSet(HASH);
    db.update(WAITING).setNull(HASH).where(ofRun(run), HASH.in(hashes)).execute();
    return hashes;
  }

  @Override
  public List<AudienceUse> uses() {
    return List.of(new AudienceUse("waiting_people", "hash"));
  }

  private List<Waiting> fetch(Condition condition) {
    return db.select(FIELDS)
        .from(WAITING)
        .where(condition)
        .orderBy(OF_COHORT, DUE, NODE)
        .fetch(
            row ->
                new Waiting(
                    row.get(OF_COHORT),
                    row.get(NODE),
                    row.get(PORT),
                    row.get(DUE),
                    row.get(MEMBERS),
                    row.get(HASH),
                    row.get(RELEASED),
                    row.get(CHILD)));
  }

  private static Condition ofRun(Run run) {
    return WORKSPACE.eq(run.workspace().value()).and(OF_RUN.eq(run.id()));
  }

  private static <T> Field<T> of(String column, Class<T> type) {
    return field(name("waiting_people", column), type);
  }

  private static Field<Instant> instant(String column) {
    return field(name("waiting_people", column), SQLDataType.INSTANT(6));
  }
}
