package io.sluice.engine.workspace;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The workspaces, their member counters and their data versions. */
@Repository
public class Workspaces {
  private static final Table<Record> WORKSPACE = table(name("workspace"));
  private static final Field<Integer> ID = field(name("workspace", "id"), Integer.class);
  private static final Field<String> KEY = field(name("workspace", "workspace_key"), String.class);
  private static final Field<String> NAME = field(name("workspace", "name"), String.class);
  private static final Field<String> TIME_ZONE =
      field(name("workspace", "time_zone"), String.class);
  private static final Field<Integer> NEXT_MEMBER_ID =
      field(name("workspace", "next_member_id"), Integer.class);
  private static final Field<Long> NEXT_ORDER_ID =
      field(name("workspace", "next_order_id"), Long.class);
  private static final Field<Long> NEXT_EVENT_ID =
      field(name("workspace", "next_event_id"), Long.class);
  private static final Field<Long> DATA_VERSION =
      field(name("workspace", "data_version"), Long.class);

  private final DSLContext db;

  Workspaces(DSLContext db) {
    this.db = db;
  }

  /** Makes a workspace. */
  @Transactional
  public Workspace create(String key, String name, ZoneId zone) {
    int id = db.select(coalesce(max(ID), inline(0)).plus(1)).from(WORKSPACE).fetchSingle().value1();
    db.insertInto(WORKSPACE, ID, KEY, NAME, TIME_ZONE)
        .values(id, key, name, zone.getId())
        .execute();
    return new Workspace(new WorkspaceId(id), key, name, zone);
  }

  /** Makes the workspace of that key, or gives it another name and time zone. */
  @Transactional
  public Workspace put(String key, String name, ZoneId zone) {
    Optional<Workspace> known = find(key);
    if (known.isEmpty()) {
      return create(key, name, zone);
    }
    WorkspaceId id = known.get().id();
    db.update(WORKSPACE)
        .set(NAME, name)
        .set(TIME_ZONE, zone.getId())
        // Calendar windows and birthdays depend on the zone.
        .set(DATA_VERSION, DATA_VERSION.plus(1))
        .where(ID.eq(id.value()))
        .execute();
    return get(id);
  }

  /** The workspace of that key. */
  public Optional<Workspace> find(String key) {
    return db.select(ID, KEY, NAME, TIME_ZONE)
        .from(WORKSPACE)
        .where(KEY.eq(key))
        .fetchOptional(Workspaces::workspace);
  }

  /** The workspace of that id. */
  public Workspace get(WorkspaceId id) {
    return db.select(ID, KEY, NAME, TIME_ZONE)
        .from(WORKSPACE)
        .where(ID.eq(id.value()))
        .fetchSingle(Workspaces::workspace);
  }

  /** All workspaces, by key. */
  public List<Workspace> all() {
    return db.select(ID, KEY, NAME, TIME_ZONE)
        .from(WORKSPACE)
        .orderBy(KEY)
        .fetch(Workspaces::workspace);
  }

  /**
   * Takes {@code count} consecutive member ids and returns the first. Part of the caller's
   * transaction: ids of one that rolls back were never used.
   */
  @Transactional
  public int takeMemberIds(WorkspaceId id, int count) {
    db.update(WORKSPACE)
        .set(NEXT_MEMBER_ID, NEXT_MEMBER_ID.plus(count))
        .where(ID.eq(id.value()))
        .execute();
    return db.select(NEXT_MEMBER_ID).from(WORKSPACE).where(ID.eq(id.value())).fetchSingle().value1()
        - count;
  }

  /**
   * Keeps others from making members, orders or events until the caller's transaction ends. All who
   * make them take their ids from here, so nothing that was not there under the lock turns up
   * later.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void lock(WorkspaceId id) {
    db.select(ID).from(WORKSPACE).where(ID.eq(id.value())).forUpdate().fetchSingle();
  }

  /** Takes {@code count} consecutive order ids and returns the first, as {@link #takeMemberIds}. */
  @Transactional
  public long takeOrderIds(WorkspaceId id, int count) {
    return take(id, NEXT_ORDER_ID, count);
  }

  /** Takes {@code count} consecutive event ids and returns the first, as {@link #takeMemberIds}. */
  @Transactional
  public long takeEventIds(WorkspaceId id, int count) {
    return take(id, NEXT_EVENT_ID, count);
  }

  private long take(WorkspaceId id, Field<Long> next, int count) {
    db.update(WORKSPACE).set(next, next.plus(count)).where(ID.eq(id.value())).execute();
    return db.select(next).from(WORKSPACE).where(ID.eq(id.value())).fetchSingle().value1() - count;
  }

  /** How many members, orders and events there are at most; no member has an id above. */
  public Size size(WorkspaceId id) {
    return db.select(NEXT_MEMBER_ID, NEXT_ORDER_ID, NEXT_EVENT_ID)
        .from(WORKSPACE)
        .where(ID.eq(id.value()))
        .fetchSingle(row -> new Size(row.value1(), row.value2(), row.value3()));
  }

  /** How many members, orders and events were ever made. */
  public record Size(int members, long orders, long events) {}

  /** Says, in the caller's transaction, that members, attributes, orders or events changed. */
  @Transactional
  public void dataChanged(WorkspaceId id) {
    db.update(WORKSPACE).set(DATA_VERSION, DATA_VERSION.plus(1)).where(ID.eq(id.value())).execute();
  }

  /** How often members, attributes, orders or events have changed. */
  public long dataVersion(WorkspaceId id) {
    return db.select(DATA_VERSION).from(WORKSPACE).where(ID.eq(id.value())).fetchSingle().value1();
  }

  private static Workspace workspace(Record row) {
    return new Workspace(
        new WorkspaceId(row.get(ID)), row.get(KEY), row.get(NAME), ZoneId.of(row.get(TIME_ZONE)));
  }
}
