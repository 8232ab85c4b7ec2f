package io.sluice.engine.event;

import static io.sluice.engine.event.EventTables.*;

import io.sluice.engine.storage.BulkInsert;
import io.sluice.engine.storage.ValueTable;
import io.sluice.engine.workspace.WorkspaceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Row2;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** Reads and writes the rows of events in the caller's transaction. */
@Repository
class EventRows {
  private static final List<Field<?>> FIELDS =
      List.of(WORKSPACE, ID, KEY, MEMBER, TYPE, AT, PRODUCT, CATEGORY);

  private final DSLContext db;
  private final BulkInsert bulk;

  EventRows(DSLContext db, BulkInsert bulk) {
    this.db = db;
    this.bulk = bulk;
  }

  /** The events of those keys, by key. */
  Map<String, MemberEvent> byKey(WorkspaceId workspace, Collection<String> keys) {
    ValueTable<String> wanted = ValueTable.ofTexts(keys);
    List<Record> rows =
        db.select(FIELDS)
            .from(wanted.table())
            .join(EVENT)
            .on(WORKSPACE.eq(workspace.value()), KEY.eq(wanted.value()))
            .fetch(row -> row);
    Map<String, MemberEvent> byKey = new HashMap<>();
    events(workspace, rows).forEach(event -> byKey.put(event.key(), event));
    return byKey;
  }

  /**
   * The events of a member, the newest first.
   *
   * @param before the key of the event before which to begin; null for the newest
   */
  List<MemberEvent> ofMember(WorkspaceId workspace, int member, String before, int limit) {
    Condition mine = WORKSPACE.eq(workspace.value()).and(MEMBER.eq(member));
    Row2<java.time.Instant, Long> place = DSL.row(AT, ID);
    Condition older =
        before == null
            ? DSL.noCondition()
            : place.lt(
                db.select(AT, ID)
                    .from(EVENT)
                    .where(mine, KEY.eq(before))
                    .fetchSingle()
                    .valuesRow());
    List<Record> rows =
        db.select(FIELDS)
            .from(EVENT)
            .where(mine, older)
            .orderBy(AT.desc(), ID.desc())
            .limit(limit)
            .fetch(row -> row);
    return events(workspace, rows);
  }

  private List<MemberEvent> events(WorkspaceId workspace, List<Record> rows) {
    Map<Long, TreeMap<String, String>> properties = new HashMap<>();
    ValueTable<Long> ids = ValueTable.ofLongs(rows.stream().map(row -> row.get(ID)).toList());
    if (!rows.isEmpty()) {
      db.select(PROPERTY_EVENT, PROPERTY_NAME, TEXT_VALUE)
          .from(ids.table())
          .join(PROPERTY)
          .on(PROPERTY_WORKSPACE.eq(workspace.value()), PROPERTY_EVENT.eq(ids.value()))
          .forEach(
              row ->
                  properties
                      .computeIfAbsent(row.value1(), id -> new TreeMap<>())
                      .put(row.value2(), row.value3()));
    }
    return rows.stream()
        .map(row -> event(row, properties.getOrDefault(row.get(ID), new TreeMap<>())))
        .toList();
  }

  private static MemberEvent event(Record row, TreeMap<String, String> properties) {
    return new MemberEvent(
        row.get(KEY),
        row.get(MEMBER),
        row.get(TYPE),
        row.get(AT),
        row.get(PRODUCT),
        row.get(CATEGORY),
        properties);
  }

  /** Inserts events, numbered from {@code id} on. */
  void insert(WorkspaceId workspace, Collection<MemberEvent> events, long id) {
    List<Object[]> rows = new ArrayList<>();
    List<Object[]> properties = new ArrayList<>();
    long next = id;
    for (MemberEvent event : events) {
      long number = next++;
      rows.add(
          new Object[] {
            workspace.value(),
            number,
            event.key(),
            event.member(),
            event.type(),
            event.at(),
            event.product(),
            event.category()
          });
      event
          .properties()
          .forEach(
              (name, value) ->
                  properties.add(
                      new Object[] {
                        workspace.value(), number, name, value, MemberEvent.number(value)
                      }));
    }
    bulk.insert(EVENT, FIELDS, rows);
    bulk.insert(
        PROPERTY,
        List.of(PROPERTY_WORKSPACE, PROPERTY_EVENT, PROPERTY_NAME, TEXT_VALUE, NUMBER_VALUE),
        properties);
  }

  /** Deletes all that a member did. */
  void erase(WorkspaceId workspace, int member) {
    db.deleteFrom(EVENT).where(WORKSPACE.eq(workspace.value()), MEMBER.eq(member)).execute();
  }
}
