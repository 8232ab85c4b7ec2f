package io.sluice.engine.money;

import static io.sluice.engine.money.MoneyTables.AMOUNT;
import static io.sluice.engine.money.MoneyTables.CAUSE;
import static io.sluice.engine.money.MoneyTables.ENTRY;
import static io.sluice.engine.money.MoneyTables.ENTRY_CAMPAIGN;
import static io.sluice.engine.money.MoneyTables.ENTRY_RUN;
import static io.sluice.engine.money.MoneyTables.ENTRY_WORKSPACE;
import static io.sluice.engine.money.MoneyTables.KIND;

import io.sluice.engine.money.BudgetEntry.Kind;
import io.sluice.engine.workspace.WorkspaceId;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Tells what was committed for the rewards of a run. */
@Repository
public class RewardCosts {
  /** Begins the cause of what may come back in part: it is settled later. */
  public static final String HELD = "held/";

  /** Begins the cause of what is spent when it is committed. */
  public static final String SPENT = "spent/";

  private static final String NODE = "/node/";

  private final DSLContext db;

  RewardCosts(DSLContext db) {
    this.db = db;
  }

  /**
   * What was committed, by node.
   *
   * @param kind {@link #HELD} or {@link #SPENT}
   */
  public Map<String, BigDecimal> byNode(
      WorkspaceId workspace, long campaign, long run, String kind) {
    Map<String, BigDecimal> costs = new HashMap<>();
    db.select(CAUSE, AMOUNT)
        .from(ENTRY)
        .where(
            ENTRY_WORKSPACE.eq(workspace.value()),
            ENTRY_CAMPAIGN.eq(campaign),
            ENTRY_RUN.eq(run),
            KIND.eq(Kind.COMMIT.key()),
            CAUSE.startsWith(kind))
        .forEach(
            row -> {
              String node = row.value1().substring(row.value1().lastIndexOf(NODE) + NODE.length());
              costs.merge(node, row.value2(), BigDecimal::add);
            });
    return costs;
  }
}
