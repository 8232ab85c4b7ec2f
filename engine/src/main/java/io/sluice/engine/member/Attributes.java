package io.sluice.engine.member;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.engine.workspace.Workspaces;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The custom attributes that the members of a workspace may have. */
@Repository
public class Attributes {
  private static final Table<Record> ATTRIBUTE = table(name("attribute"));
  private static final Field<Integer> WORKSPACE =
      field(name("attribute", "workspace_id"), Integer.class);
  private static final Field<Integer> ID = field(name("attribute", "id"), Integer.class);
  private static final Field<String> KEY = field(name("attribute", "attribute_key"), String.class);
  private static final Field<String> LABEL = field(name("attribute", "label"), String.class);
  private static final Field<String> TYPE = field(name("attribute", "type"), String.class);
  private static final Field<String> ORIGIN = field(name("attribute", "origin"), String.class);

  private static final Table<Record> CHOICE = table(name("attribute_choice"));
  private static final Field<Integer> CHOICE_WORKSPACE =
      field(name("attribute_choice", "workspace_id"), Integer.class);
  private static final Field<Integer> CHOICE_ATTRIBUTE =
      field(name("attribute_choice", "attribute_id"), Integer.class);
  private static final Field<Integer> POSITION =
      field(name("attribute_choice", "position"), Integer.class);
  private static final Field<String> CHOICE_TEXT =
      field(name("attribute_choice", "choice"), String.class);

  private final DSLContext db;
  private final Workspaces workspaces;

  Attributes(DSLContext db, Workspaces workspaces) {
    this.db = db;
    this.workspaces = workspaces;
  }

  /** All attributes, by key. */
  public List<Attribute> all(WorkspaceId workspace) {
    Map<Integer, List<String>> choices =
        db.select(CHOICE_ATTRIBUTE, CHOICE_TEXT)
            .from(CHOICE)
            .where(CHOICE_WORKSPACE.eq(workspace.value()))
            .orderBy(CHOICE_ATTRIBUTE, POSITION)
            .fetchGroups(CHOICE_ATTRIBUTE, CHOICE_TEXT);
    return db.select(ID, KEY, LABEL, TYPE, ORIGIN)
        .from(ATTRIBUTE)
        .where(WORKSPACE.eq(workspace.value()))
        .orderBy(KEY)
        .fetch(
            row ->
                new Attribute(
                    row.value1(),
                    row.value2(),
                    row.value3(),
                    FieldType.of(row.value4()).orElseThrow(),
                    choices.getOrDefault(row.value1(), List.of()),
                    Attribute.Origin.valueOf(row.value5().toUpperCase(Locale.ROOT))));
  }

  /** The attribute of that key. */
  public Optional<Attribute> find(WorkspaceId workspace, String key) {
    return all(workspace).stream().filter(attribute -> attribute.key().equals(key)).findFirst();
  }

  /** Makes the attribute, or changes its label, choices and origin. Its type never changes. */
  @Transactional
  public Attribute put(WorkspaceId workspace, Attribute wanted) {
    int id = find(workspace, wanted.key()).map(Attribute::id).orElseGet(() -> nextId(workspace));
    db.insertInto(ATTRIBUTE, WORKSPACE, ID, KEY, LABEL, TYPE, ORIGIN)
        .values(
            workspace.value(),
            id,
            wanted.key(),
            wanted.label(),
            wanted.type().key(),
            wanted.origin().name().toLowerCase(Locale.ROOT))
        .onConflict(WORKSPACE, ID)
        .doUpdate()
        .set(LABEL, wanted.label())
        .set(ORIGIN, wanted.origin().name().toLowerCase(Locale.ROOT))
        .execute();
    refuseLostChoices(workspace, id, wanted);
    putChoices(workspace, id, wanted.choices());
    workspaces.dataChanged(workspace);
    return find(workspace, wanted.key()).orElseThrow();
  }

  private int nextId(WorkspaceId workspace) {
    return db.select(coalesce(max(ID), inline(0)).plus(1))
        .from(ATTRIBUTE)
        .where(WORKSPACE.eq(workspace.value()))
        .fetchSingle()
        .value1();
  }

  private void refuseLostChoices(WorkspaceId workspace, int attribute, Attribute wanted) {
    if (wanted.choices().isEmpty()) {
      return;
    }
    AttributeTable values = AttributeTable.of(wanted.type());
    @SuppressWarnings("unchecked")
    Field<String> content = (Field<String>) values.content();
    List<String> lost =
        db.selectDistinct(content)
            .from(values.table())
            .where(
                values.workspace().eq(workspace.value()),
                values.attribute().eq(attribute),
                content.notIn(wanted.choices()))
            .limit(10)
            .fetch(content);
    if (!lost.isEmpty()) {
      throw new Problem(
          HttpStatus.CONFLICT,
          "choice-in-use",
          "/choices",
          "Members have the choices " + lost + "; keep them among the choices.");
    }
  }

  private void putChoices(WorkspaceId workspace, int attribute, List<String> choices) {
    db.deleteFrom(CHOICE)
        .where(CHOICE_WORKSPACE.eq(workspace.value()), CHOICE_ATTRIBUTE.eq(attribute))
        .execute();
    for (int position = 0; position < choices.size(); position++) {
      db.insertInto(CHOICE, CHOICE_WORKSPACE, CHOICE_ATTRIBUTE, POSITION, CHOICE_TEXT)
          .values(workspace.value(), attribute, position, choices.get(position))
          .execute();
    }
  }
}
