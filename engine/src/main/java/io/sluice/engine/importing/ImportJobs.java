package io.sluice.engine.importing;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.engine.importing.ImportJob.Progress;
import io.sluice.engine.importing.ImportJob.State;
import io.sluice.engine.storage.BulkInsert;
import io.sluice.engine.workspace.WorkspaceId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Repository;

/** The imports of workspaces, and the rows they left out. */
@Repository
class ImportJobs {
  private static final Table<Record> JOB = table(name("import_job"));
  private static final Field<Integer> WORKSPACE = job("workspace_id", Integer.class);
  private static final Field<Long> ID = job("id", Long.class);
  private static final Field<String> KIND = job("kind", String.class);
  private static final Field<String> STATE = job("state", String.class);
  private static final Field<String> OPTIONS = job("options", String.class);
  private static final Field<String> SPOOL = job("spool", String.class);
  private static final Field<Instant> STARTED_AT =
      field(name("import_job", "started_at"), SQLDataType.INSTANT(6));
  private static final Field<Instant> FINISHED_AT =
      field(name("import_job", "finished_at"), SQLDataType.INSTANT(6));
  private static final Field<Long> BYTES_TOTAL = job("bytes_total", Long.class);
  private static final Field<Long> BYTES_READ = job("bytes_read", Long.class);
  private static final Field<Long> LAST_LINE = job("last_line", Long.class);
  private static final Field<Long> ROWS_READ = job("rows_read", Long.class);
  private static final Field<Long> CREATED = job("created", Long.class);
  private static final Field<Long> UPDATED = job("updated", Long.class);
  private static final Field<Long> UNCHANGED = job("unchanged", Long.class);
  private static final Field<Long> BROKEN = job("broken", Long.class);
  private static final Field<Boolean> CANCEL_REQUESTED = job("cancel_requested", Boolean.class);
  private static final Field<String> MESSAGE = job("message", String.class);

  private static final Table<Record> ERROR = table(name("import_error"));
  private static final Field<Integer> ERROR_WORKSPACE = error("workspace_id", Integer.class);
  private static final Field<Long> ERROR_IMPORT = error("import_id", Long.class);
  private static final Field<Long> POSITION = error("position", Long.class);
  private static final Field<Long> LINE = error("line", Long.class);
  private static final Field<String> FIELD = error("field", String.class);
  private static final Field<String> ERROR_MESSAGE = error("message", String.class);
  private static final Field<String> ROW = error("row_text", String.class);

  private final DSLContext db;
  private final BulkInsert bulk;
  private final ObjectMapper json;

  ImportJobs(DSLContext db, BulkInsert bulk, ObjectMapper json) {
    this.db = db;
    this.bulk = bulk;
    this.json = json;
  }

  private static <T> Field<T> job(String column, Class<T> type) {
    return field(name("import_job", column), type);
  }

  private static <T> Field<T> error(String column, Class<T> type) {
    return field(name("import_error", column), type);
  }

  ImportJob create(
      WorkspaceId workspace,
      String kind,
      ImportOptions options,
      String spool,
      long bytes,
      Instant now) {
    long id =
        db.insertInto(JOB, WORKSPACE, KIND, STATE, OPTIONS, SPOOL, STARTED_AT, BYTES_TOTAL)
            .values(
                workspace.value(),
                kind,
                State.QUEUED.key(),
                write(options),
                spool,
                now.truncatedTo(ChronoUnit.MICROS),
                bytes)
            .returningResult(ID)
            .fetchSingle()
            .value1();
    return find(workspace, id).orElseThrow();
  }

  Optional<ImportJob> find(WorkspaceId workspace, long id) {
    return select(is(workspace, id)).stream().findFirst();
  }

  /** The imports that began before one of them, the last first. */
  List<ImportJob> before(WorkspaceId workspace, long id, int limit) {
    return select(WORKSPACE.eq(workspace.value()).and(ID.lt(id)), ID.desc(), limit);
  }

  /** The imports of a folder that are not finished. */
  List<ImportJob> open(String spool) {
    return select(SPOOL.eq(spool).and(STATE.in(State.QUEUED.key(), State.RUNNING.key())));
  }

  private List<ImportJob> select(Condition condition) {
    return select(condition, ID.asc(), Integer.MAX_VALUE);
  }

  private List<ImportJob> select(Condition condition, SortField<Long> order, int limit) {
    return db.select(
            WORKSPACE,
            ID,
            KIND,
            STATE,
            OPTIONS,
            STARTED_AT,
            FINISHED_AT,
            BYTES_TOTAL,
            BYTES_READ,
            LAST_LINE,
            ROWS_READ,
            CREATED,
            UPDATED,
            UNCHANGED,
            BROKEN,
            CANCEL_REQUESTED,
            MESSAGE)
        .from(JOB)
        .where(condition)
        .orderBy(order)
        .limit(limit)
        .fetch(this::job);
  }

  private ImportJob job(Record row) {
    return new ImportJob(
        new WorkspaceId(row.get(WORKSPACE)),
        row.get(ID),
        row.get(KIND),
        State.valueOf(row.get(STATE).toUpperCase(Locale.ROOT)),
        read(row.get(OPTIONS)),
        row.get(STARTED_AT),
        row.get(FINISHED_AT),
        row.get(BYTES_TOTAL),
        new Progress(
            row.get(BYTES_READ),
            row.get(LAST_LINE),
            row.get(ROWS_READ),
            row.get(CREATED),
            row.get(UPDATED),
            row.get(UNCHANGED),
            row.get(BROKEN)),
        row.get(CANCEL_REQUESTED),
        row.get(MESSAGE));
  }

  /** The import as it is now, locked until the caller's transaction ends. */
  ImportJob lock(ImportJob job) {
    db.select(ID).from(JOB).where(is(job.workspace(), job.id())).forUpdate().fetchSingle();
    return find(job.workspace(), job.id()).orElseThrow();
  }

  /** Moves the import on in the caller's transaction. */
  void advance(ImportJob job, Progress to) {
    db.update(JOB)
        .set(STATE, State.RUNNING.key())
        .set(BYTES_READ, to.bytesRead())
        .set(LAST_LINE, to.lastLine())
        .set(ROWS_READ, to.rowsRead())
        .set(CREATED, to.created())
        .set(UPDATED, to.updated())
        .set(UNCHANGED, to.unchanged())
        .set(BROKEN, to.broken())
        .where(is(job.workspace(), job.id()))
        .execute();
  }

  void finish(ImportJob job, State state, String message, Instant now) {
    db.update(JOB)
        .set(STATE, state.key())
        .set(MESSAGE, message)
        .set(FINISHED_AT, now.truncatedTo(ChronoUnit.MICROS))
        .where(is(job.workspace(), job.id()), STATE.in(State.QUEUED.key(), State.RUNNING.key()))
        .execute();
  }

  void requestCancel(ImportJob job) {
    db.update(JOB).set(CANCEL_REQUESTED, true).where(is(job.workspace(), job.id())).execute();
  }

  /** Keeps errors after those that are kept already. */
  void keep(ImportJob job, List<ImportError> errors) {
    if (errors.isEmpty()) {
      return;
    }
    List<Object[]> rows = new ArrayList<>();
    long next =
        db.select(coalesce(max(POSITION), inline(0L)).plus(1))
            .from(ERROR)
            .where(ERROR_WORKSPACE.eq(job.workspace().value()), ERROR_IMPORT.eq(job.id()))
            .fetchSingle()
            .value1();
    for (ImportError error : errors) {
      rows.add(
          new Object[] {
            job.workspace().value(),
            job.id(),
            next++,
            error.line(),
            storable(error.field(), 300),
            storable(error.message(), 2000),
            storable(error.row(), 2000)
          });
    }
    bulk.insert(
        ERROR,
        List.of(ERROR_WORKSPACE, ERROR_IMPORT, POSITION, LINE, FIELD, ERROR_MESSAGE, ROW),
        rows);
  }

  /** The row may hold anything: what no database keeps is shown as a replacement character. */
  private static String storable(String text, int length) {
    return ImportError.shown(text.length() > length ? text.substring(0, length - 1) + "…" : text);
  }

  /** All errors in the order in which they were found, one at a time. */
  void errors(ImportJob job, Consumer<ImportError> action) {
    try (Cursor<? extends Record> cursor =
        db.select(LINE, FIELD, ERROR_MESSAGE, ROW)
            .from(ERROR)
            .where(ERROR_WORKSPACE.eq(job.workspace().value()), ERROR_IMPORT.eq(job.id()))
            .orderBy(POSITION)
            .fetchSize(1000)
            .fetchLazy()) {
      cursor.forEach(
          row ->
              action.accept(
                  new ImportError(
                      row.get(LINE), row.get(FIELD), row.get(ERROR_MESSAGE), row.get(ROW))));
    }
  }

  private static Condition is(WorkspaceId workspace, long id) {
    return WORKSPACE.eq(workspace.value()).and(ID.eq(id));
  }

  private String write(ImportOptions options) {
    try {
      return json.writeValueAsString(options);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private ImportOptions read(String options) {
    try {
      return json.readValue(options, ImportOptions.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
