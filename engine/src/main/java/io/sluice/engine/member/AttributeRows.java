package io.sluice.engine.member;

import io.sluice.engine.storage.BulkInsert;
import io.sluice.engine.storage.ValueTable;
import io.sluice.engine.workspace.WorkspaceId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.springframework.stereotype.Repository;

/** Reads and writes the values of custom attributes in the caller's transaction. */
@Repository
class AttributeRows {
  private final DSLContext db;
  private final BulkInsert bulk;

  AttributeRows(DSLContext db, BulkInsert bulk) {
    this.db = db;
    this.bulk = bulk;
  }

  /**
   * A member's value of an attribute; null for none.
   *
   * @param replaces whether there is a value that it takes the place of
   */
  record Value(int member, Attribute attribute, Object value, boolean replaces) {}

  /** The values of one attribute by member; a sorted list where it has several. */
  Map<Integer, Object> read(WorkspaceId workspace, Attribute attribute, Collection<Integer> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    AttributeTable values = AttributeTable.of(attribute.type());
    ValueTable<Integer> wanted = ValueTable.ofIntegers(ids);
    Map<Integer, Object> byMember = new HashMap<>();
    db.select(values.member(), values.content())
        .from(wanted.table())
        .join(values.table())
        .on(
            values.workspace().eq(workspace.value()),
            values.attribute().eq(attribute.id()),
            values.member().eq(wanted.value()))
        .orderBy(values.member(), values.content())
        .forEach(row -> byMember.merge(row.value1(), plain(attribute, row), AttributeRows::join));
    return byMember;
  }

  private static Object plain(Attribute attribute, Record row) {
    Object value = row.get(1);
    if (value instanceof BigDecimal number) {
      BigDecimal stripped = number.stripTrailingZeros();
      return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
    return attribute.type() == FieldType.MULTI_CHOICE ? List.of(value) : value;
  }

  private static Object join(Object one, Object other) {
    List<Object> both = new ArrayList<>((List<?>) one);
    both.addAll((List<?>) other);
    return both;
  }

  /** Puts the values in place of those that are there. */
  void write(WorkspaceId workspace, Collection<Value> changed) {
    Map<AttributeTable, List<Value>> byTable = new HashMap<>();
    for (Value value : changed) {
      byTable
          .computeIfAbsent(AttributeTable.of(value.attribute().type()), t -> new ArrayList<>())
          .add(value);
    }
    byTable.forEach(
        (table, values) -> {
          delete(workspace, table, values.stream().filter(Value::replaces).toList());
          insert(workspace, table, values);
        });
  }

  private void delete(WorkspaceId workspace, AttributeTable table, List<Value> values) {
    if (values.isEmpty()) {
      return;
    }
    BatchBindStep batch =
        db.batch(
            db.deleteFrom(table.table())
                .where(
                    table.workspace().eq((Integer) null),
                    table.attribute().eq((Integer) null),
                    table.member().eq((Integer) null)));
    for (Value value : values) {
      batch = batch.bind(workspace.value(), value.attribute().id(), value.member());
    }
    batch.execute();
  }

  private void insert(WorkspaceId workspace, AttributeTable table, List<Value> values) {
    List<Field<?>> fields =
        new ArrayList<>(
            List.of(table.workspace(), table.attribute(), table.member(), table.content()));
    boolean dates = table.equals(AttributeTable.of(FieldType.DATE));
    if (dates) {
      fields.add(table.monthDay());
    }
    List<Object[]> rows = new ArrayList<>();
    for (Value value : values) {
      for (Object content : contents(value.value())) {
        List<Object> row =
            new ArrayList<>(
                List.of(workspace.value(), value.attribute().id(), value.member(), content));
        if (dates) {
          row.add(MemberRows.monthDay((LocalDate) content));
        }
        rows.add(row.toArray());
      }
    }
    bulk.insert(table.table(), fields, rows);
  }

  private static List<?> contents(Object value) {
    if (value == null) {
      return List.of();
    }
    return value instanceof List<?> several ? several : List.of(value);
  }

  void erase(WorkspaceId workspace, int member) {
    for (AttributeTable values : AttributeTable.all()) {
      db.deleteFrom(values.table())
          .where(values.workspace().eq(workspace.value()), values.member().eq(member))
          .execute();
    }
  }
}
