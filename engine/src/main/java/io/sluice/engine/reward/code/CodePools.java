package io.sluice.engine.reward.code;

import static io.sluice.engine.reward.code.CodeTables.*;

import io.sluice.engine.storage.Meaning;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.engine.workspace.Workspaces;
import io.sluice.node.CodePool;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The pools of codes of each workspace. */
@Repository
public class CodePools {
  private final DSLContext db;
  private final Workspaces workspaces;

  CodePools(DSLContext db, Workspaces workspaces) {
    this.db = db;
    this.workspaces = workspaces;
  }

  /** The pools of a workspace, by key. */
  List<Pool> all(WorkspaceId workspace) {
    return select(workspace).orderBy(POOL_KEY).fetch(CodePools::pool);
  }

  Optional<Pool> find(WorkspaceId workspace, String key) {
    return select(workspace).and(POOL_KEY.eq(key)).fetchOptional(CodePools::pool);
  }

  /** How the pool of a key stands at an instant; empty where there is none. */
  public Optional<CodePool> standing(WorkspaceId workspace, String key, Instant at) {
    return find(workspace, key)
        .map(pool -> new CodePool(pool.open(at), pool.left(), pool.unitCost()));
  }

  /** What a code of the pool costs and how long it counts; empty where there is no such pool. */
  public Optional<Meaning> meaning(WorkspaceId workspace, String key) {
    return find(workspace, key).map(pool -> Meaning.of(pool.name(), columns(pool)));
  }

  /**
   * Keeps others from giving codes of a pool, or adding some, until the caller's transaction ends.
   *
   * @return whether there is such a pool
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean lock(WorkspaceId workspace, String key) {
    return locked(workspace, key).isPresent();
  }

  Optional<Pool> locked(WorkspaceId workspace, String key) {
    return select(workspace).and(POOL_KEY.eq(key)).forUpdate().fetchOptional(CodePools::pool);
  }

  /** Makes a pool, or changes the one of its key; its codes stay. */
  @Transactional
  Pool put(WorkspaceId workspace, Pool pool) {
    workspaces.lock(workspace);
    Optional<Pool> known = locked(workspace, pool.key());
    Map<Field<?>, Object> columns = columns(pool);
    if (known.isPresent()) {
      change(workspace, known.get(), columns);
    } else {
      Integer last =
          db.select(DSL.max(POOL_ID))
              .from(POOL)
              .where(POOL_WORKSPACE.eq(workspace.value()))
              .fetchSingle()
              .value1();
      columns.put(POOL_WORKSPACE, workspace.value());
      columns.put(POOL_ID, last == null ? 1 : last + 1);
      columns.put(POOL_KEY, pool.key());
      db.insertInto(POOL).set(columns).execute();
    }
    return find(workspace, pool.key()).orElseThrow();
  }

  /** Codes were added behind those that are there; the caller holds the lock. */
  void added(WorkspaceId workspace, Pool pool, long codes, int longest) {
    change(
        workspace,
        pool,
        Map.of(NEXT_SERIAL, pool.codes() + codes + 1, LONGEST, Math.max(pool.longest(), longest)));
  }

  /** The next codes were given; the caller holds the lock. */
  void gave(WorkspaceId workspace, Pool pool, long codes) {
    change(workspace, pool, Map.of(NEXT_GIVEN, pool.given() + codes + 1));
  }

  private void change(WorkspaceId workspace, Pool pool, Map<Field<?>, Object> columns) {
    db.update(POOL)
        .set(columns)
        .where(POOL_WORKSPACE.eq(workspace.value()), POOL_ID.eq(pool.id()))
        .execute();
  }

  private static Map<Field<?>, Object> columns(Pool pool) {
    Map<Field<?>, Object> columns = new LinkedHashMap<>();
    columns.put(POOL_NAME, pool.name());
    columns.put(UNIT_COST, pool.unitCost());
    columns.put(VALID_UNTIL, pool.validUntil().orElse(null));
    columns.put(CLOSED, pool.closed());
    return columns;
  }

  private SelectConditionStep<Record> select(WorkspaceId workspace) {
    return db.select(
            List.of(
                POOL_ID,
                POOL_KEY,
                POOL_NAME,
                UNIT_COST,
                VALID_UNTIL,
                CLOSED,
                NEXT_SERIAL,
                NEXT_GIVEN,
                LONGEST))
        .from(POOL)
        .where(POOL_WORKSPACE.eq(workspace.value()));
  }

  private static Pool pool(Record row) {
    return new Pool(
        row.get(POOL_ID),
        row.get(POOL_KEY),
        row.get(POOL_NAME),
        row.get(UNIT_COST),
        Optional.ofNullable(row.get(VALID_UNTIL)),
        row.get(CLOSED),
        row.get(NEXT_SERIAL) - 1,
        row.get(NEXT_GIVEN) - 1,
        row.get(LONGEST));
  }
}
