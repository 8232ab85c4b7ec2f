package io.sluice.engine.delivery.content.template;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.engine.workspace.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Repository;

/** Reads and writes versions of templates in the caller's transaction. */
@Repository
class TemplateRows {
  private static final Table<Record> TEMPLATE = table(name("message_template"));
  private static final Field<Integer> WORKSPACE = column("workspace_id", Integer.class);
  private static final Field<String> KEY = column("template_key", String.class);
  private static final Field<Integer> VERSION = column("version", Integer.class);
  private static final Field<String> NAME = column("name", String.class);
  private static final Field<String> CHANNEL = column("channel", String.class);
  private static final Field<String> CONTENT = column("content", String.class);
  private static final Field<String> STATE = column("state", String.class);
  private static final Field<Instant> CREATED_AT =
      field(name("message_template", "created_at"), SQLDataType.INSTANT(6));
  private static final TypeReference<Map<String, String>> PARTS = new TypeReference<>() {};

  private final DSLContext db;
  private final ObjectMapper json;

  TemplateRows(DSLContext db, ObjectMapper json) {
    this.db = db;
    this.json = json;
  }

  private static <T> Field<T> column(String column, Class<T> type) {
    return field(name("message_template", column), type);
  }

  /** All versions of a template, the oldest first. */
  List<Template> versions(WorkspaceId workspace, String key) {
    return select(WORKSPACE.eq(workspace.value()).and(KEY.eq(key)));
  }

  /** All versions of all templates, by key, then the oldest first. */
  List<Template> all(WorkspaceId workspace) {
    return select(WORKSPACE.eq(workspace.value()));
  }

  private List<Template> select(Condition condition) {
    return db.select(KEY, VERSION, NAME, CHANNEL, CONTENT, STATE)
        .from(TEMPLATE)
        .where(condition)
        .orderBy(KEY, VERSION)
        .fetch(
            row ->
                new Template(
                    row.value1(),
                    row.value2(),
                    row.value3(),
                    row.value4(),
                    parts(row.value5()),
                    TemplateState.of(row.value6())));
  }

  /** Adds a version, or puts it in place of the one that is there. */
  void put(WorkspaceId workspace, Template template, Instant now) {
    String content = text(template.content());
    db.insertInto(TEMPLATE, WORKSPACE, KEY, VERSION, NAME, CHANNEL, CONTENT, STATE, CREATED_AT)
        .values(
            workspace.value(),
            template.key(),
            template.version(),
            template.name(),
            template.channel(),
            content,
            template.state().key(),
            now)
        .onConflict(WORKSPACE, KEY, VERSION)
        .doUpdate()
        .set(NAME, template.name())
        .set(CHANNEL, template.channel())
        .set(CONTENT, content)
        .set(STATE, template.state().key())
        .execute();
  }

  /** Moves a version on; says whether it was in one of the states. */
  boolean move(WorkspaceId workspace, String key, int version, TemplateState.Step step) {
    return db.update(TEMPLATE)
            .set(STATE, step.to.key())
            .where(
                WORKSPACE.eq(workspace.value()),
                KEY.eq(key),
                VERSION.eq(version),
                STATE.in(step.from.stream().map(TemplateState::key).toList()))
            .execute()
        == 1;
  }

  private Map<String, String> parts(String text) {
    try {
      return json.readValue(text, PARTS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Not the parts of a message: " + text, e);
    }
  }

  private String text(Map<String, String> parts) {
    try {
      return json.writeValueAsString(parts);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
