package io.sluice.engine.member;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.engine.storage.BulkInsert;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.node.ValueRef;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Repository;

/** Keeps which values were changed, and what was there before. */
@Repository
class ValueChangeRows {
  private static final Table<Record> CHANGE = table(name("value_change"));
  private static final Field<Integer> CHANGE_WORKSPACE =
      field(name("value_change", "workspace_id"), Integer.class);
  private static final Field<Long> CHANGE_ID = field(name("value_change", "id"), Long.class);
  private static final Field<String> TARGET = field(name("value_change", "target"), String.class);
  private static final Field<String> CAUSE = field(name("value_change", "cause"), String.class);
  private static final Field<String> NOTE = field(name("value_change", "note"), String.class);
  private static final Field<Instant> AT =
      field(name("value_change", "at"), SQLDataType.INSTANT(6));
  private static final Field<Instant> REVERTED_AT =
      field(name("value_change", "reverted_at"), SQLDataType.INSTANT(6));

  private static final Table<Record> BEFORE = table(name("value_before"));
  private static final Field<Integer> WORKSPACE =
      field(name("value_before", "workspace_id"), Integer.class);
  private static final Field<Long> BEFORE_CHANGE =
      field(name("value_before", "change_id"), Long.class);
  private static final Field<Integer> MEMBER =
      field(name("value_before", "member_id"), Integer.class);
  private static final Field<String> BEFORE_VALUE =
      field(name("value_before", "before_value"), String.class);
  private static final Field<String> AFTER_VALUE =
      field(name("value_before", "after_value"), String.class);
  private static final List<Field<?>> BEFORE_FIELDS =
      List.of(WORKSPACE, BEFORE_CHANGE, MEMBER, BEFORE_VALUE, AFTER_VALUE);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final DSLContext db;
  private final BulkInsert bulk;

  ValueChangeRows(DSLContext db, BulkInsert bulk) {
    this.db = db;
    this.bulk = bulk;
  }

  /** A member's value before a change and after it; null before where there was none. */
  record Kept(int member, Object before, Object after) {}

  boolean isThere(WorkspaceId workspace, ValueRef target, String cause) {
    return db.fetchExists(db.selectOne().from(CHANGE).where(isOf(workspace, target, cause)));
  }

  boolean isStanding(WorkspaceId workspace, ValueRef target, String cause) {
    return db.fetchExists(
        db.selectOne().from(CHANGE).where(isOf(workspace, target, cause), REVERTED_AT.isNull()));
  }

  long insert(WorkspaceId workspace, ValueRef target, Instant at, String cause, String note) {
    return db.insertInto(CHANGE)
        .set(CHANGE_WORKSPACE, workspace.value())
        .set(TARGET, text(target))
        .set(CAUSE, cause)
        .set(NOTE, note)
        .set(AT, at)
        .returningResult(CHANGE_ID)
        .fetchSingle()
        .value1();
  }

  /**
   * Marks a change as taken back and returns its id; empty where it is already, or is not there.
   */
  Optional<Long> takeBack(WorkspaceId workspace, ValueRef target, String cause, Instant now) {
    Optional<Long> change =
        db.select(CHANGE_ID)
            .from(CHANGE)
            .where(isOf(workspace, target, cause), REVERTED_AT.isNull())
            .fetchOptional(CHANGE_ID);
    change.ifPresent(
        id ->
            db.update(CHANGE)
                .set(REVERTED_AT, now)
                .where(CHANGE_WORKSPACE.eq(workspace.value()), CHANGE_ID.eq(id))
                .execute());
    return change;
  }

  private static Condition isOf(WorkspaceId workspace, ValueRef target, String cause) {
    return CHANGE_WORKSPACE.eq(workspace.value()).and(TARGET.eq(text(target))).and(CAUSE.eq(cause));
  }

  private static String text(ValueRef target) {
    return target.noun() + "/" + target.key();
  }

  void insertBefore(
      WorkspaceId workspace, long change, Map<Integer, Object> before, Map<Integer, Object> after) {
    List<Object[]> rows = new ArrayList<>();
    after.forEach(
        (member, value) ->
            rows.add(
                new Object[] {
                  workspace.value(), change, member, text(before.get(member)), text(value)
                }));
    bulk.insert(BEFORE, BEFORE_FIELDS, rows);
  }

  /** The members after one, in order, at most so many. */
  List<Kept> page(
      WorkspaceId workspace, long change, Optional<Attribute> attribute, int after, int limit) {
    return db.select(MEMBER, BEFORE_VALUE, AFTER_VALUE)
        .from(BEFORE)
        .where(WORKSPACE.eq(workspace.value()), BEFORE_CHANGE.eq(change), MEMBER.gt(after))
        .orderBy(MEMBER)
        .limit(limit)
        .fetch(
            row ->
                new Kept(
                    row.value1(), value(attribute, row.value2()), value(attribute, row.value3())));
  }

  private static String text(Object value) {
    if (value == null) {
      return null;
    }
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    if (value instanceof List<?> several) {
      try {
        return JSON.writeValueAsString(several);
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("Texts cannot be written as JSON", e);
      }
    }
    return value.toString();
  }

  private static Object value(Optional<Attribute> attribute, String text) {
    if (text == null) {
      return null;
    }
    if (attribute.isEmpty()) {
      return Integer.valueOf(text);
    }
    return switch (attribute.get().type()) {
      case NUMBER -> new BigDecimal(text);
      case DATE -> LocalDate.parse(text);
      case BOOLEAN -> Boolean.valueOf(text);
      case MULTI_CHOICE -> texts(text);
      default -> text;
    };
  }

  private static List<String> texts(String json) {
    try {
      return JSON.readValue(json, new TypeReference<List<String>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Not a list of texts: " + json, e);
    }
  }

  @EventListener
  void forget(MemberErased erased) {
    db.deleteFrom(BEFORE)
        .where(WORKSPACE.eq(erased.workspace().value()), MEMBER.eq(erased.member()))
        .execute();
  }
}
