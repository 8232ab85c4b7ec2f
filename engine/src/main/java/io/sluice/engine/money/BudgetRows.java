package io.sluice.engine.money;

import static io.sluice.engine.money.MoneyTables.*;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;

import io.sluice.engine.money.BudgetEntry.Kind;
import io.sluice.engine.storage.DatabaseKind;
import io.sluice.engine.workspace.WorkspaceId;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.SelectConditionStep;
import org.jooq.SelectForUpdateStep;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;

/** The rows of budgets; every method works in the caller's transaction. */
@Repository
class BudgetRows {
  private final DSLContext db;
  private final DatabaseKind kind;
  private final Clock clock;

  BudgetRows(DSLContext db, DatabaseKind kind, Clock clock) {
    this.db = db;
    this.kind = kind;
    this.clock = clock;
  }

  /** Forgets the money of a campaign that never ran. */
  void delete(WorkspaceId workspace, long campaign) {
    db.deleteFrom(ENTRY)
        .where(ENTRY_WORKSPACE.eq(workspace.value()), ENTRY_CAMPAIGN.eq(campaign))
        .execute();
    db.deleteFrom(RUN)
        .where(RUN_WORKSPACE.eq(workspace.value()), RUN_CAMPAIGN.eq(campaign))
        .execute();
    db.deleteFrom(BUDGET).where(WORKSPACE.eq(workspace.value()), CAMPAIGN.eq(campaign)).execute();
  }

  Optional<BudgetState> find(WorkspaceId workspace, long campaign) {
    return select(workspace, campaign).fetchOptional(BudgetRows::state);
  }

  /** The budget's row, made where it is missing and locked until the transaction ends. */
  BudgetState lock(WorkspaceId workspace, long campaign) {
    return locked(
        workspace,
        campaign,
        // Stronger, and two who wrote entries would wait for each other.
        rows -> kind == DatabaseKind.POSTGRES ? rows.forNoKeyUpdate() : rows.forUpdate());
  }

  /** As {@link #lock}, when entries that are being written next to each other are through too. */
  BudgetState lockAfterEntries(WorkspaceId workspace, long campaign) {
    return locked(workspace, campaign, SelectForUpdateStep::forUpdate);
  }

  private BudgetState locked(
      WorkspaceId workspace,
      long campaign,
      Function<SelectForUpdateStep<? extends Record>, ResultQuery<? extends Record>> lock) {
    return lock.apply(select(workspace, campaign))
        .fetchOptional(BudgetRows::state)
        .orElseGet(
            () -> {
              create(workspace, campaign);
              return lock.apply(select(workspace, campaign)).fetchSingle(BudgetRows::state);
            });
  }

  /**
   * Lets an entry be written next to others while who sets a limit has to wait, and makes the row
   * where it is not known. On PostgreSQL the entry's foreign key does it, by a lock that entries
   * share; H2 has none such.
   */
  void makeLimitsWait(WorkspaceId workspace, long campaign, boolean known) {
    if (kind == DatabaseKind.H2) {
      lock(workspace, campaign);
    } else if (!known) {
      create(workspace, campaign);
    }
  }

  private void create(WorkspaceId workspace, long campaign) {
    try {
      db.insertInto(BUDGET, WORKSPACE, CAMPAIGN)
          .values(workspace.value(), campaign)
          .onConflict(WORKSPACE, CAMPAIGN)
          .doNothing()
          .execute();
    } catch (DuplicateKeyException madeMeanwhile) {
      // H2 emulates the conflict clause by MERGE, which can lose a race; its transaction goes on.
    }
  }

  void put(WorkspaceId workspace, long campaign, BudgetState state) {
    db.update(BUDGET)
        .set(LIMIT, state.limit().orElse(null))
        .set(RESERVED, state.reserved())
        .set(COMMITTED, state.committed())
        .set(RETURNED, state.returned())
        .set(SETTLED, state.settled())
        .set(EXCEEDED, state.exceeded())
        .where(isBudget(workspace, campaign))
        .execute();
  }

  /** Writes an entry; false if it is there already. */
  boolean insert(WorkspaceId workspace, long campaign, BudgetEntry entry) {
    try {
      return db.insertInto(
                  ENTRY, ENTRY_WORKSPACE, ENTRY_CAMPAIGN, KIND, CAUSE, ENTRY_RUN, AMOUNT, AT)
              .values(
                  workspace.value(),
                  campaign,
                  entry.kind().key(),
                  entry.cause(),
                  entry.run(),
                  entry.amount(),
                  clock.instant())
              .onConflict(ENTRY_WORKSPACE, ENTRY_CAMPAIGN, KIND, CAUSE)
              .doNothing()
              .execute()
          == 1;
    } catch (DuplicateKeyException writtenMeanwhile) {
      return false;
    }
  }

  void delete(WorkspaceId workspace, long campaign, BudgetEntry entry) {
    db.deleteFrom(ENTRY).where(isEntry(workspace, campaign, entry)).execute();
  }

  /** What the entries of a kind come to. */
  BigDecimal total(WorkspaceId workspace, long campaign, Kind kind) {
    return db.select(coalesce(sum(AMOUNT), inline(BigDecimal.ZERO)))
        .from(ENTRY)
        .where(isEntry(workspace, campaign), KIND.eq(kind.key()))
        .fetchSingle()
        .value1();
  }

  private SelectConditionStep<? extends Record> select(WorkspaceId workspace, long campaign) {
    return db.select(LIMIT, RESERVED, COMMITTED, RETURNED, SETTLED, EXCEEDED)
        .from(BUDGET)
        .where(isBudget(workspace, campaign));
  }

  private static Condition isBudget(WorkspaceId workspace, long campaign) {
    return WORKSPACE.eq(workspace.value()).and(CAMPAIGN.eq(campaign));
  }

  private static Condition isEntry(WorkspaceId workspace, long campaign) {
    return ENTRY_WORKSPACE.eq(workspace.value()).and(ENTRY_CAMPAIGN.eq(campaign));
  }

  private static Condition isEntry(WorkspaceId workspace, long campaign, BudgetEntry entry) {
    return isEntry(workspace, campaign)
        .and(KIND.eq(entry.kind().key()))
        .and(CAUSE.eq(entry.cause()));
  }

  private static BudgetState state(Record row) {
    return new BudgetState(
        Optional.ofNullable(row.get(LIMIT)),
        row.get(RESERVED),
        row.get(COMMITTED),
        row.get(RETURNED),
        row.get(SETTLED),
        row.get(EXCEEDED));
  }
}
