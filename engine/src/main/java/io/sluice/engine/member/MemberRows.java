package io.sluice.engine.member;

import static io.sluice.engine.member.MemberTables.*;

import io.sluice.engine.storage.BulkInsert;
import io.sluice.engine.storage.ValueTable;
import io.sluice.engine.workspace.WorkspaceId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.BatchBindStep;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** Reads and writes the rows of members in the caller's transaction. */
@Repository
class MemberRows {
  private static final List<ProfileField> PROFILE = Arrays.asList(ProfileField.values());

  private final DSLContext db;
  private final BulkInsert bulk;

  MemberRows(DSLContext db, BulkInsert bulk) {
    this.db = db;
    this.bulk = bulk;
  }

  /** The members of those keys, by key. */
  Map<String, MemberRow> byKey(WorkspaceId workspace, Collection<String> keys) {
    ValueTable<String> wanted = ValueTable.ofTexts(keys);
    return select(workspace, wanted, KEY.eq(wanted.value())).intoMap(KEY, MemberRows::row);
  }

  /** The members of those ids who are not erased, by id. */
  Map<Integer, MemberRow> byId(WorkspaceId workspace, Collection<Integer> ids) {
    ValueTable<Integer> wanted = ValueTable.ofIntegers(ids);
    return select(workspace, wanted, ID.eq(wanted.value()).and(ERASED_AT.isNull()))
        .intoMap(ID, MemberRows::row);
  }

  private Result<Record> select(WorkspaceId workspace, ValueTable<?> wanted, Condition condition) {
    List<Field<?>> fields = new ArrayList<>(List.of(ID, KEY, MADE_FROM_ORDERS));
    PROFILE.forEach(field -> fields.add(MemberTables.column(field)));
    return db.select(fields)
        .from(wanted.table())
        .join(MEMBER)
        .on(WORKSPACE.eq(workspace.value()), condition)
        .fetch();
  }

  private static MemberRow row(Record row) {
    Map<ProfileField, Object> profile = new EnumMap<>(ProfileField.class);
    for (ProfileField field : PROFILE) {
      Object value = row.get(MemberTables.column(field));
      if (value != null) {
        profile.put(field, value);
      }
    }
    return new MemberRow(row.get(ID), row.get(KEY), profile, row.get(MADE_FROM_ORDERS));
  }

  void insert(WorkspaceId workspace, Collection<MemberRow> members) {
    List<Field<?>> fields =
        new ArrayList<>(List.of(WORKSPACE, ID, KEY, MADE_FROM_ORDERS, BIRTH_DAY));
    PROFILE.forEach(field -> fields.add(MemberTables.column(field)));
    List<Object[]> rows = new ArrayList<>();
    for (MemberRow member : members) {
      List<Object> values = new ArrayList<>();
      values.add(workspace.value());
      values.add(member.id());
      values.add(member.key());
      values.add(member.madeFromOrders());
      values.add(birthDay(member));
      PROFILE.forEach(field -> values.add(member.profile().get(field)));
      rows.add(values.toArray());
    }
    bulk.insert(MEMBER, fields, rows);
  }

  /** Writes all that the profile holds; what it does not hold is cleared. */
  void update(WorkspaceId workspace, Collection<MemberRow> members) {
    if (members.isEmpty()) {
      return;
    }
    Map<Field<?>, Object> columns = new LinkedHashMap<>();
    columns.put(MADE_FROM_ORDERS, null);
    columns.put(BIRTH_DAY, null);
    PROFILE.forEach(field -> columns.put(MemberTables.column(field), null));
    Query update =
        db.update(MEMBER).set(columns).where(WORKSPACE.eq((Integer) null), ID.eq((Integer) null));
    BatchBindStep batch = db.batch(update);
    for (MemberRow member : members) {
      List<Object> values = new ArrayList<>();
      values.add(member.madeFromOrders());
      values.add(birthDay(member));
      PROFILE.forEach(field -> values.add(member.profile().get(field)));
      values.add(workspace.value());
      values.add(member.id());
      batch = batch.bind(values.toArray());
    }
    batch.execute();
  }

  private static Integer birthDay(MemberRow member) {
    LocalDate date = (LocalDate) member.profile().get(ProfileField.BIRTH_DATE);
    return date == null ? null : monthDay(date);
  }

  /** Month * 100 + day, so that an anniversary is a plain comparison. */
  static int monthDay(LocalDate date) {
    return date.getMonthValue() * 100 + date.getDayOfMonth();
  }

  /** Leaves nothing of the person but the number. */
  void erase(WorkspaceId workspace, int member, Instant at) {
    Map<Field<?>, Object> cleared = new LinkedHashMap<>();
    cleared.put(KEY, null);
    cleared.put(BIRTH_DAY, null);
    for (ProfileField field : PROFILE) {
      if (field != ProfileField.REGISTERED_AT && field != ProfileField.STATUS) {
        cleared.put(MemberTables.column(field), null);
      }
    }
    db.update(MEMBER)
        .set(cleared)
        .set(DSL.field(DSL.name("status"), String.class), "deregistered")
        .set(ERASED_AT, at)
        .where(WORKSPACE.eq(workspace.value()), ID.eq(member))
        .execute();
  }
}
