package io.sluice.engine.reward.points;

import static io.sluice.engine.reward.points.PointsTables.*;

import io.sluice.engine.storage.DatabaseKind;
import io.sluice.engine.storage.Meaning;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.engine.workspace.Workspaces;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of points of each workspace. */
@Repository
public class PointsAccounts {
  private final DSLContext db;
  private final DatabaseKind kind;
  private final Workspaces workspaces;

  PointsAccounts(DSLContext db, DatabaseKind kind, Workspaces workspaces) {
    this.db = db;
    this.kind = kind;
    this.workspaces = workspaces;
  }

  /** The accounts of a workspace, by key. */
  public List<PointsAccount> all(WorkspaceId workspace) {
    return db.select(ACCOUNT_ID, ACCOUNT_KEY, ACCOUNT_NAME, POINT_COST)
        .from(ACCOUNT)
        .where(ACCOUNT_WORKSPACE.eq(workspace.value()))
        .orderBy(ACCOUNT_KEY)
        .fetch(PointsAccounts::account);
  }

  /** The account of that key. */
  public Optional<PointsAccount> find(WorkspaceId workspace, String key) {
    return db.select(ACCOUNT_ID, ACCOUNT_KEY, ACCOUNT_NAME, POINT_COST)
        .from(ACCOUNT)
        .where(ACCOUNT_WORKSPACE.eq(workspace.value()), ACCOUNT_KEY.eq(key))
        .fetchOptional(PointsAccounts::account);
  }

  /** What a point of the account costs; empty where there is no such account. */
  public Optional<Meaning> meaning(WorkspaceId workspace, String key) {
    return find(workspace, key)
        .map(account -> Meaning.of(account.name(), Map.of(POINT_COST, account.cost())));
  }

  /**
   * Makes an account, or changes the one that is there.
   *
   * @param cost what one point costs; empty where it has no price
   */
  @Transactional
  public PointsAccount put(
      WorkspaceId workspace, String key, String name, Optional<BigDecimal> cost) {
    workspaces.lock(workspace);
    if (find(workspace, key).isPresent()) {
      db.update(ACCOUNT)
          .set(ACCOUNT_NAME, name)
          .set(POINT_COST, cost.orElse(null))
          .where(ACCOUNT_WORKSPACE.eq(workspace.value()), ACCOUNT_KEY.eq(key))
          .execute();
    } else {
      Integer last =
          db.select(DSL.max(ACCOUNT_ID))
              .from(ACCOUNT)
              .where(ACCOUNT_WORKSPACE.eq(workspace.value()))
              .fetchSingle()
              .value1();
      db.insertInto(ACCOUNT)
          .set(ACCOUNT_WORKSPACE, workspace.value())
          .set(ACCOUNT_ID, last == null ? 1 : last + 1)
          .set(ACCOUNT_KEY, key)
          .set(ACCOUNT_NAME, name)
          .set(POINT_COST, cost.orElse(null))
          .execute();
    }
    return find(workspace, key).orElseThrow();
  }

  /** Keeps others from changing balances of an account until the caller's transaction ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<PointsAccount> lock(WorkspaceId workspace, String key) {
    SelectConditionStep<? extends Record> row =
        db.select(ACCOUNT_ID, ACCOUNT_KEY, ACCOUNT_NAME, POINT_COST)
            .from(ACCOUNT)
            .where(ACCOUNT_WORKSPACE.eq(workspace.value()), ACCOUNT_KEY.eq(key));
    // Stronger, and orders that earn points of the account would wait.
    return (kind == DatabaseKind.POSTGRES ? row.forNoKeyUpdate() : row.forUpdate())
        .fetchOptional(PointsAccounts::account);
  }

  private static PointsAccount account(Record row) {
    return new PointsAccount(
        row.get(ACCOUNT_ID),
        row.get(ACCOUNT_KEY),
        row.get(ACCOUNT_NAME),
        Optional.ofNullable(row.get(POINT_COST)).orElse(BigDecimal.ZERO));
  }
}
