package io.sluice.engine.delivery.content.template;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.sluice.engine.workspace.WorkspaceId;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Repository;

/** Reads and adds decisions on templates in the caller's transaction. */
@Repository
class DecisionRows {
  private static final String NAME = "message_template_decision";
  private static final Table<Record> DECISION = table(name(NAME));
  private static final Field<Integer> WORKSPACE = column("workspace_id", Integer.class);
  private static final Field<String> KEY = column("template_key", String.class);
  private static final Field<Integer> VERSION = column("version", Integer.class);
  private static final Field<Integer> NUMBER = column("number", Integer.class);
  private static final Field<String> STEP = column("step", String.class);
  private static final Field<String> WHO = column("who", String.class);
  private static final Field<String> WORDS = column("words", String.class);
  private static final Field<Instant> AT = field(name(NAME, "at"), SQLDataType.INSTANT(6));

  private final DSLContext db;

  DecisionRows(DSLContext db) {
    this.db = db;
  }

  private static <T> Field<T> column(String column, Class<T> type) {
    return field(name(NAME, column), type);
  }

  /** The decisions on all versions, the oldest first. */
  List<Decision> all(WorkspaceId workspace, String key) {
    return db.select(VERSION, STEP, WHO, WORDS, AT)
        .from(DECISION)
        .where(WORKSPACE.eq(workspace.value()), KEY.eq(key))
        .orderBy(VERSION, NUMBER)
        .fetch(
            row ->
                new Decision(
                    row.value1(),
                    TemplateState.Step.of(row.value2()),
                    row.value3(),
                    row.value4(),
                    row.value5()));
  }

  void add(WorkspaceId workspace, String key, Decision decision) {
    int number =
        db.select(coalesce(max(NUMBER), inline(0)).plus(1))
            .from(DECISION)
            .where(WORKSPACE.eq(workspace.value()), KEY.eq(key), VERSION.eq(decision.version()))
            .fetchSingle()
            .value1();
    db.insertInto(DECISION, WORKSPACE, KEY, VERSION, NUMBER, STEP, WHO, WORDS, AT)
        .values(
            workspace.value(),
            key,
            decision.version(),
            number,
            decision.step().key(),
            decision.who(),
            decision.words(),
            decision.at())
        .execute();
  }
}
