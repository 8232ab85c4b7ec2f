package io.sluice.engine.analysis;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;

import io.sluice.engine.run.Run;
import io.sluice.engine.workspace.WorkspaceId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Repository;

/** The rows of recounts, and of the runs that are still counted. */
@Repository
class RecountRows {
  private static final String NAME = "recount";
  private static final Table<Record> RECOUNT = table(name(NAME));
  private static final Field<Integer> WORKSPACE = field(name(NAME, "workspace_id"), Integer.class);
  private static final Field<Long> RUN = field(name(NAME, "run_id"), Long.class);
  private static final Field<LocalDate> DAY = field(name(NAME, "counted_day"), LocalDate.class);
  private static final Field<Instant> AS_OF = field(name(NAME, "as_of"), SQLDataType.INSTANT(6));
  private static final Field<Instant> MADE = field(name(NAME, "made_at"), SQLDataType.INSTANT(6));
  private static final Field<String> FIGURES = field(name(NAME, "figures"), String.class);

  private static final Table<Record> END = table(name("recount_end"));
  private static final Field<Integer> END_WORKSPACE =
      field(name("recount_end", "workspace_id"), Integer.class);
  private static final Field<Long> END_RUN = field(name("recount_end", "run_id"), Long.class);

  private static final Table<Record> ANY_RUN = table(name("run"));
  private static final Field<Integer> RUN_WORKSPACE =
      field(name("run", "workspace_id"), Integer.class);
  private static final Field<Long> RUN_ID = field(name("run", "id"), Long.class);
  private static final Field<Long> RUN_CAMPAIGN = field(name("run", "campaign_id"), Long.class);

  private final DSLContext db;

  RecountRows(DSLContext db) {
    this.db = db;
  }

  /** A run by its number. */
  record Open(WorkspaceId workspace, long run) {}

  /** The runs that are still counted, the oldest first. */
  List<Open> open() {
    return db.select(RUN_WORKSPACE, RUN_ID)
        .from(ANY_RUN)
        .where(
            notExists(
                selectOne().from(END).where(END_WORKSPACE.eq(RUN_WORKSPACE), END_RUN.eq(RUN_ID))))
        .orderBy(RUN_WORKSPACE, RUN_ID)
        .fetch(row -> new Open(new WorkspaceId(row.value1()), row.value2()));
  }

  List<AnalysisController.Recount> of(Run run) {
    return db.select(DAY, AS_OF, MADE)
        .from(RECOUNT)
        .where(WORKSPACE.eq(run.workspace().value()), RUN.eq(run.id()))
        .orderBy(DAY.desc())
        .fetch(row -> new AnalysisController.Recount(row.get(DAY), row.get(AS_OF), row.get(MADE)));
  }

  Set<LocalDate> days(Run run) {
    return db.select(DAY)
        .from(RECOUNT)
        .where(WORKSPACE.eq(run.workspace().value()), RUN.eq(run.id()))
        .fetchSet(DAY);
  }

  Optional<String> figures(Run run, LocalDate day) {
    return db.select(FIGURES)
        .from(RECOUNT)
        .where(WORKSPACE.eq(run.workspace().value()), RUN.eq(run.id()), DAY.eq(day))
        .fetchOptional(FIGURES);
  }

  /** Keeps the figures of a day, unless another server did. */
  void keep(Run run, LocalDate day, Instant asOf, Instant madeAt, String figures) {
    db.insertInto(RECOUNT, WORKSPACE, RUN, DAY, AS_OF, MADE, FIGURES)
        .values(run.workspace().value(), run.id(), day, asOf, madeAt, figures)
        .onConflict(WORKSPACE, RUN, DAY)
        .doNothing()
        .execute();
  }

  void end(Run run) {
    db.insertInto(END, END_WORKSPACE, END_RUN)
        .values(run.workspace().value(), run.id())
        .onConflict(END_WORKSPACE, END_RUN)
        .doNothing()
        .execute();
  }

  /** Has the runs of a campaign counted again. */
  void reopen(WorkspaceId workspace, long campaign) {
    db.deleteFrom(END)
        .where(
            END_WORKSPACE.eq(workspace.value()),
            END_RUN.in(
                db.select(RUN_ID)
                    .from(ANY_RUN)
                    .where(RUN_WORKSPACE.eq(workspace.value()), RUN_CAMPAIGN.eq(campaign))))
        .execute();
  }
}
