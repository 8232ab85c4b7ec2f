package io.sluice.engine.run;

import static io.sluice.engine.run.RunTables.*;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.sluice.engine.workspace.WorkspaceId;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Repository;

/** The rows of departures; who writes them has locked the run. */
@Repository
class DepartureStore {
  private static final Table<Record> DEPARTURE = table(name("run_departure"));
  private static final Field<Integer> WORKSPACE = column("workspace_id", Integer.class);
  private static final Field<Long> OF_RUN = column("run_id", Long.class);
  private static final Field<Integer> SEQ = column("seq", Integer.class);
  private static final Field<String> NODE = column("node_id", String.class);
  private static final Field<Integer> APPROVED = column("approved", Integer.class);
  private static final Field<Integer> LIVE = column("live", Integer.class);
  private static final Field<Integer> ALLOWED = column("allowed", Integer.class);
  private static final Field<Instant> FOUND = instant("found_at");
  private static final Field<String> BY = column("decided_by", String.class);
  private static final Field<String> WORDS = column("words", String.class);
  private static final Field<Instant> DECIDED = instant("decided_at");
  private static final List<Field<?>> FIELDS =
      List.of(NODE, APPROVED, LIVE, ALLOWED, FOUND, BY, WORDS, DECIDED);

  private final DSLContext db;

  DepartureStore(DSLContext db) {
    this.db = db;
  }

  /** A run that waits for somebody to decide about a departure. */
  record Waiting(WorkspaceId workspace, long campaign, long run, Departure departure) {}

  /** Those of a run, the first first. */
  List<Departure> of(Run run) {
    return db.select(FIELDS)
        .from(DEPARTURE)
        .where(is(run))
        .orderBy(SEQ)
        .fetch(DepartureStore::departure);
  }

  /** Writes down a departure, in place of one about which nobody decided. */
  void put(Run run, Departure found) {
    db.deleteFrom(DEPARTURE).where(is(run), DECIDED.isNull()).execute();
    Integer last =
        db.select(coalesce(max(SEQ), inline(0)))
            .from(DEPARTURE)
            .where(is(run))
            .fetchSingle()
            .value1();
    db.insertInto(DEPARTURE)
        .set(WORKSPACE, run.workspace().value())
        .set(OF_RUN, run.id())
        .set(SEQ, last + 1)
        .set(NODE, found.node())
        .set(APPROVED, found.approved())
        .set(LIVE, found.live())
        .set(ALLOWED, found.allowed())
        .set(FOUND, found.foundAt())
        .execute();
  }

  /** Writes down who lets the run go on. */
  void decide(Run run, String by, String words, Instant at) {
    db.update(DEPARTURE)
        .set(BY, by)
        .set(WORDS, words)
        .set(DECIDED, at)
        .where(is(run), DECIDED.isNull())
        .execute();
  }

  /** The paused runs of all workspaces that wait for a decision. */
  List<Waiting> waiting() {
    return db.select(FIELDS)
        .select(RUN_WORKSPACE, RUN_CAMPAIGN, RUN_ID)
        .from(DEPARTURE)
        .join(RUN)
        .on(RUN_WORKSPACE.eq(WORKSPACE), RUN_ID.eq(OF_RUN))
        .where(DECIDED.isNull(), RUN_STATE.eq(RunState.PAUSED.key()), HELD_BY.eq(Departures.HELD))
        .orderBy(RUN_WORKSPACE, RUN_ID)
        .fetch(
            row ->
                new Waiting(
                    new WorkspaceId(row.get(RUN_WORKSPACE)),
                    row.get(RUN_CAMPAIGN),
                    row.get(RUN_ID),
                    departure(row)));
  }

  private static Condition is(Run run) {
    return WORKSPACE.eq(run.workspace().value()).and(OF_RUN.eq(run.id()));
  }

  private static Departure departure(Record row) {
    return new Departure(
        row.get(NODE),
        row.get(APPROVED),
        row.get(LIVE),
        row.get(ALLOWED),
        row.get(FOUND),
        row.get(BY),
        row.get(WORDS),
        row.get(DECIDED));
  }

  private static <T> Field<T> column(String column, Class<T> type) {
    return field(name("run_departure", column), type);
  }

  private static Field<Instant> instant(String column) {
    return field(name("run_departure", column), SQLDataType.INSTANT(6));
  }
}
