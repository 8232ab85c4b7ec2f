package io.sluice.engine.money;

import static io.sluice.engine.money.MoneyTables.*;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;

import io.sluice.engine.money.BudgetEntry.Kind;
import io.sluice.engine.workspace.WorkspaceId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** What is set aside for runs; every method works in the caller's transaction. */
@Repository
class BudgetRunRows {
  private final DSLContext db;

  BudgetRunRows(DSLContext db) {
    this.db = db;
  }

  Optional<BudgetRun> find(WorkspaceId workspace, long campaign, long run) {
    return db.select(RUN_ID, RUN_AMOUNT, USED, RELEASED)
        .from(RUN)
        .where(isRun(workspace, campaign), RUN_ID.eq(run))
        .fetchOptional(BudgetRunRows::run);
  }

  void insert(WorkspaceId workspace, long campaign, BudgetRun run) {
    db.insertInto(RUN, RUN_WORKSPACE, RUN_CAMPAIGN, RUN_ID, RUN_AMOUNT, USED, RELEASED)
        .values(workspace.value(), campaign, run.run(), run.amount(), run.used(), run.released())
        .execute();
  }

  void put(WorkspaceId workspace, long campaign, BudgetRun run) {
    db.update(RUN)
        .set(RUN_AMOUNT, run.amount())
        .set(USED, run.used())
        .set(RELEASED, run.released())
        .where(isRun(workspace, campaign), RUN_ID.eq(run.run()))
        .execute();
  }

  /** The runs of a campaign, with what they used summed up from the entries. */
  List<BudgetRun> all(WorkspaceId workspace, long campaign) {
    Field<BigDecimal> used =
        DSL.field(
            DSL.select(coalesce(sum(signed()), inline(BigDecimal.ZERO)))
                .from(ENTRY)
                .where(isEntry(workspace, campaign), ENTRY_RUN.eq(RUN_ID)));
    return db.select(RUN_ID, RUN_AMOUNT, used, RELEASED)
        .from(RUN)
        .where(isRun(workspace, campaign))
        .orderBy(RUN_ID)
        .fetch(BudgetRunRows::run);
  }

  /** What is set aside and not released, of all workspaces. */
  List<Budgets.Held> held() {
    return db.select(RUN_WORKSPACE, RUN_CAMPAIGN, RUN_ID)
        .from(RUN)
        .where(RELEASED.isFalse())
        .fetch(row -> new Budgets.Held(new WorkspaceId(row.value1()), row.value2(), row.value3()));
  }

  /** What a run has drawn, summed up from the entries. */
  BigDecimal drawnBy(WorkspaceId workspace, long campaign, long run) {
    return db.select(coalesce(sum(signed()), inline(BigDecimal.ZERO)))
        .from(ENTRY)
        .where(isEntry(workspace, campaign), ENTRY_RUN.eq(run))
        .fetchSingle()
        .value1();
  }

  private static Field<BigDecimal> signed() {
    return DSL.when(KIND.eq(Kind.COMMIT.key()), AMOUNT)
        .when(KIND.eq(Kind.RETURN.key()), AMOUNT.neg())
        .otherwise(inline(BigDecimal.ZERO));
  }

  private static Condition isRun(WorkspaceId workspace, long campaign) {
    return RUN_WORKSPACE.eq(workspace.value()).and(RUN_CAMPAIGN.eq(campaign));
  }

  private static Condition isEntry(WorkspaceId workspace, long campaign) {
    return ENTRY_WORKSPACE.eq(workspace.value()).and(ENTRY_CAMPAIGN.eq(campaign));
  }

  private static BudgetRun run(Record row) {
    return new BudgetRun(
        row.get(RUN_ID), row.get(RUN_AMOUNT), row.get(2, BigDecimal.class), row.get(RELEASED));
  }
}
