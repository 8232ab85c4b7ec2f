package io.sluice.engine.run;

import static io.sluice.engine.run.RunTables.*;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.sluice.engine.bpmn.CohortRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Repository;

/** The rows of waits for receipts. */
@Repository
class ReceiptWaitStore {
  private static final Table<Record> WAIT = table(name("receipt_wait"));
  private static final Field<Integer> WORKSPACE = of("workspace_id", Integer.class);
  private static final Field<Long> WAITING_RUN = of("run_id", Long.class);
  private static final Field<Long> WAITING_COHORT = of("cohort_id", Long.class);
  private static final Field<String> NODE = of("node_id", String.class);
  private static final Field<Instant> SINCE = instant("since");
  private static final Field<Instant> DEADLINE = instant("deadline");
  private static final Field<Integer> PENDING = of("pending", Integer.class);
  private static final Field<Instant> LOOK_AT = instant("look_at");
  private static final Field<Instant> WAIT_ENDED = instant("ended_at");
  private static final List<Field<?>> FIELDS =
      List.of(WAITING_COHORT, NODE, SINCE, DEADLINE, PENDING, WAIT_ENDED);

  private final DSLContext db;

  ReceiptWaitStore(DSLContext db) {
    this.db = db;
  }

  /** A cohort at a node. */
  record Place(CohortRef cohort, String node) {}

  Optional<ReceiptWait> find(CohortRef cohort, String node) {
    return db.select(FIELDS).from(WAIT).where(is(cohort, node)).fetchOptional(this::wait);
  }

  /** The wait, locked, if nobody else looks at it and it is not over. */
  Optional<ReceiptWait> lockOpen(Place place) {
    return db.select(FIELDS)
        .from(WAIT)
        .where(is(place.cohort(), place.node()), WAIT_ENDED.isNull())
        .forUpdate()
        .skipLocked()
        .fetchOptional(this::wait);
  }

  List<ReceiptWait> ofRun(Run run) {
    return db.select(FIELDS)
        .from(WAIT)
        .where(WORKSPACE.eq(run.workspace().value()), WAITING_RUN.eq(run.id()))
        .orderBy(WAITING_COHORT, SINCE, NODE)
        .fetch(this::wait);
  }

  /** Waits of running runs that somebody should look at. */
  List<Place> due(Instant now, int limit) {
    return db.select(WORKSPACE, WAITING_RUN, WAITING_COHORT, NODE)
        .from(WAIT)
        .join(RUN)
        .on(RUN_WORKSPACE.eq(WORKSPACE), RUN_ID.eq(WAITING_RUN))
        .where(WAIT_ENDED.isNull(), LOOK_AT.le(now), RUN_STATE.eq(RunState.RUNNING.key()))
        .orderBy(LOOK_AT)
        .limit(DSL.inline(limit))
        .fetch(
            row ->
                new Place(new CohortRef(row.value1(), row.value2(), row.value3()), row.value4()));
  }

  void insert(CohortRef cohort, String node, Instant since, Instant deadline) {
    db.insertInto(WAIT)
        .set(WORKSPACE, cohort.workspace())
        .set(WAITING_RUN, cohort.run())
        .set(WAITING_COHORT, cohort.cohort())
        .set(NODE, node)
        .set(SINCE, since)
        .set(DEADLINE, deadline)
        .set(LOOK_AT, since)
        .execute();
  }

  void look(CohortRef cohort, String node, int pending, Instant nextLook) {
    db.update(WAIT).set(PENDING, pending).set(LOOK_AT, nextLook).where(is(cohort, node)).execute();
  }

  void end(CohortRef cohort, String node, int pending, Instant at) {
    db.update(WAIT).set(PENDING, pending).set(WAIT_ENDED, at).where(is(cohort, node)).execute();
  }

  private static Condition is(CohortRef cohort, String node) {
    return WORKSPACE
        .eq(cohort.workspace())
        .and(WAITING_RUN.eq(cohort.run()))
        .and(WAITING_COHORT.eq(cohort.cohort()))
        .and(NODE.eq(node));
  }

  private ReceiptWait wait(Record row) {
    return new ReceiptWait(
        row.get(WAITING_COHORT),
        row.get(NODE),
        row.get(SINCE),
        row.get(DEADLINE),
        row.get(PENDING),
        row.get(WAIT_ENDED));
  }

  private static <T> Field<T> of(String column, Class<T> type) {
    return field(name("receipt_wait", column), type);
  }

  private static Field<Instant> instant(String column) {
    return field(name("receipt_wait", column), SQLDataType.INSTANT(6));
  }
}
