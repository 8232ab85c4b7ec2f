package io.sluice.engine.segment;

import static io.sluice.engine.event.OrderTables.ORDERS;
import static org.jooq.impl.DSL.max;

import io.sluice.engine.event.OrderStatus;
import io.sluice.engine.event.OrderTables;
import io.sluice.engine.member.Attribute;
import io.sluice.engine.member.AttributeTable;
import io.sluice.engine.member.MemberTables;
import io.sluice.engine.member.ProfileField;
import io.sluice.engine.storage.ValueTable;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.node.Audience;
import io.sluice.node.Dates.EachInstant;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.ResultQuery;
import org.jooq.Table;
import org.springframework.stereotype.Repository;

/** Reads the dates of many members in the caller's snapshot. */
@Repository
class MemberDates {
  private static final int ROWS_AT_ONCE = 10_000;

  /** Of more people than this everybody's date is read: that is one scan without a sort. */
  private static final int FEW = 20_000;

  private final DSLContext db;

  MemberDates(DSLContext db) {
    this.db = db;
  }

  private interface Each<T> {
    void accept(int member, T value);
  }

  /** Those of the people who have a day in the attribute, or a birth date where none is given. */
  Map<LocalDate, Audience> days(
      WorkspaceId workspace, Optional<Attribute> attribute, Audience people) {
    Map<LocalDate, Audience.Builder> byDay = new HashMap<>();
    Each<LocalDate> each =
        (member, day) -> byDay.computeIfAbsent(day, one -> Audience.builder()).add(member);
    if (attribute.isPresent()) {
      AttributeTable values = AttributeTable.of(attribute.get().type());
      read(
          values.table(),
          values.member(),
          values.content().coerce(LocalDate.class),
          values.workspace().eq(workspace.value()).and(values.attribute().eq(attribute.get().id())),
          people,
          each);
    } else {
      Field<LocalDate> born = MemberTables.column(ProfileField.BIRTH_DATE).coerce(LocalDate.class);
      read(MemberTables.MEMBER, MemberTables.ID, born, ofMembers(workspace, born), people, each);
    }
    Map<LocalDate, Audience> days = new HashMap<>();
    byDay.forEach((day, members) -> days.put(day, members.build()));
    return days;
  }

  /** When the people were registered. */
  void registrations(WorkspaceId workspace, Audience people, EachInstant each) {
    Field<Instant> at = MemberTables.REGISTERED_AT;
    read(MemberTables.MEMBER, MemberTables.ID, at, ofMembers(workspace, at), people, each::accept);
  }

  private static Condition ofMembers(WorkspaceId workspace, Field<?> value) {
    return MemberTables.WORKSPACE.eq(workspace.value()).and(value.isNotNull());
  }

  /** When an order of theirs last reached a state, up to an instant. */
  void lastOrders(
      WorkspaceId workspace, OrderStatus status, Instant until, Audience people, EachInstant each) {
    Field<Instant> at = OrderTables.reachedAt(status);
    Condition known = OrderTables.WORKSPACE.eq(workspace.value()).and(at.le(until));
    Field<Integer> member = OrderTables.MEMBER;
    if (people.size() > FEW) {
      each(
          db.select(member, max(at)).from(ORDERS).where(known).groupBy(member),
          people,
          each::accept);
    } else if (!people.isEmpty()) {
      ValueTable<Integer> wanted = wanted(people);
      each(
          db.select(member, max(at))
              .from(wanted.table())
              .join(ORDERS)
              .on(member.eq(wanted.value()))
              .where(known)
              .groupBy(member),
          people,
          each::accept);
    }
  }

  private <T> void read(
      Table<?> table,
      Field<Integer> member,
      Field<T> value,
      Condition condition,
      Audience people,
      Each<T> each) {
    if (people.size() > FEW) {
      each(db.select(member, value).from(table).where(condition), people, each);
    } else if (!people.isEmpty()) {
      ValueTable<Integer> wanted = wanted(people);
      each(
          db.select(member, value)
              .from(wanted.table())
              .join(table)
              .on(member.eq(wanted.value()))
              .where(condition),
          people,
          each);
    }
  }

  private static ValueTable<Integer> wanted(Audience people) {
    List<Integer> ids = new ArrayList<>(people.size());
    people.forEach(ids::add);
    return ValueTable.ofIntegers(ids);
  }

  private static <T> void each(
      ResultQuery<Record2<Integer, T>> query, Audience people, Each<T> each) {
    try (Cursor<Record2<Integer, T>> cursor = query.fetchSize(ROWS_AT_ONCE).fetchLazy()) {
      cursor.forEach(
          row -> {
            if (people.contains(row.value1())) {
              each.accept(row.value1(), row.value2());
            }
          });
    }
  }
}
