package io.sluice.engine.member.guest;

import static io.sluice.engine.member.guest.GuestTables.*;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.engine.storage.BulkInsert;
import io.sluice.engine.storage.ValueTable;
import io.sluice.engine.workspace.WorkspaceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** Imported lists and their rows, in the caller's transaction. */
@Repository
class ListRows {
  private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};

  private final DSLContext db;
  private final BulkInsert bulk;
  private final ObjectMapper json;

  ListRows(DSLContext db, BulkInsert bulk, ObjectMapper json) {
    this.db = db;
    this.bulk = bulk;
    this.json = json;
  }

  Optional<ImportedList> find(WorkspaceId workspace, String key) {
    return db.select(
            LIST_KEY,
            LIST_CHANNEL,
            BASIS,
            WORDING,
            GuestTables.SOURCE,
            CONSENT_AT,
            COLUMNS,
            CREATED_AT)
        .from(LIST)
        .where(LIST_WORKSPACE.eq(workspace.value()), LIST_KEY.eq(key))
        .fetchOptional(this::list);
  }

  List<String> keys(WorkspaceId workspace) {
    return db.select(LIST_KEY)
        .from(LIST)
        .where(LIST_WORKSPACE.eq(workspace.value()))
        .orderBy(LIST_KEY)
        .fetch(LIST_KEY);
  }

  private ImportedList list(Record row) {
    return new ImportedList(
        row.get(LIST_KEY),
        ListKind.of(row.get(LIST_CHANNEL)),
        new ImportedList.Consent(
            row.get(BASIS), row.get(WORDING), row.get(GuestTables.SOURCE), row.get(CONSENT_AT)),
        read(row.get(COLUMNS)),
        row.get(CREATED_AT));
  }

  void create(WorkspaceId workspace, ImportedList list) {
    db.insertInto(LIST)
        .set(LIST_WORKSPACE, workspace.value())
        .set(LIST_KEY, list.key())
        .set(LIST_CHANNEL, list.kind().channel())
        .set(BASIS, list.consent().basis())
        .set(WORDING, list.consent().wording())
        .set(GuestTables.SOURCE, list.consent().source())
        .set(CONSENT_AT, list.consent().at())
        .set(COLUMNS, write(list.columns()))
        .set(CREATED_AT, list.createdAt())
        .execute();
  }

  /** What stands on a list of some people. */
  Map<Integer, String> contents(WorkspaceId workspace, String list, Collection<Integer> people) {
    ValueTable<Integer> wanted = ValueTable.ofIntegers(people);
    return db.select(ROW_MEMBER, CONTENT)
        .from(wanted.table())
        .join(ROW)
        .on(ROW_WORKSPACE.eq(workspace.value()), ROW_LIST.eq(list), ROW_MEMBER.eq(wanted.value()))
        .fetchMap(ROW_MEMBER, CONTENT);
  }

  /** Everybody on a list. */
  List<Integer> people(WorkspaceId workspace, String list) {
    return db.select(ROW_MEMBER)
        .from(ROW)
        .where(ROW_WORKSPACE.eq(workspace.value()), ROW_LIST.eq(list))
        .fetch(ROW_MEMBER);
  }

  /** The lists on which somebody stands. */
  List<String> listsOf(WorkspaceId workspace, int person) {
    return db.select(ROW_LIST)
        .from(ROW)
        .where(ROW_WORKSPACE.eq(workspace.value()), ROW_MEMBER.eq(person))
        .orderBy(ROW_LIST)
        .fetch(ROW_LIST);
  }

  int count(WorkspaceId workspace, String list) {
    return db.select(DSL.count())
        .from(ROW)
        .where(ROW_WORKSPACE.eq(workspace.value()), ROW_LIST.eq(list))
        .fetchSingle()
        .value1();
  }

  void insert(WorkspaceId workspace, String list, Map<Integer, String> contents) {
    List<Object[]> rows = new ArrayList<>(contents.size());
    contents.forEach(
        (person, content) -> rows.add(new Object[] {workspace.value(), list, person, content}));
    bulk.insert(ROW, List.of(ROW_WORKSPACE, ROW_LIST, ROW_MEMBER, CONTENT), rows);
  }

  void update(WorkspaceId workspace, String list, Map<Integer, String> contents) {
    if (contents.isEmpty()) {
      return;
    }
    BatchBindStep batch =
        db.batch(
            db.update(ROW)
                .set(CONTENT, (String) null)
                .where(
                    ROW_WORKSPACE.eq((Integer) null),
                    ROW_LIST.eq((String) null),
                    ROW_MEMBER.eq((Integer) null)));
    for (Map.Entry<Integer, String> row : contents.entrySet()) {
      batch = batch.bind(row.getValue(), workspace.value(), list, row.getKey());
    }
    batch.execute();
  }

  void delete(WorkspaceId workspace, String list, Collection<Integer> people) {
    if (!people.isEmpty()) {
      db.deleteFrom(ROW)
          .where(ROW_WORKSPACE.eq(workspace.value()), ROW_LIST.eq(list), ROW_MEMBER.in(people))
          .execute();
    }
  }

  /** Takes somebody off all lists. */
  void delete(WorkspaceId workspace, int person) {
    db.deleteFrom(ROW).where(ROW_WORKSPACE.eq(workspace.value()), ROW_MEMBER.eq(person)).execute();
  }

  private String write(List<String> names) {
    try {
      return json.writeValueAsString(names);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> read(String names) {
    try {
      return json.readValue(names, NAMES);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
