package io.sluice.engine.reward.points;

import static io.sluice.engine.reward.points.PointsTables.*;
import static org.jooq.impl.DSL.sum;

import io.sluice.engine.storage.BulkInsert;
import io.sluice.engine.storage.ValueTable;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.node.NodeFailure;
import io.sluice.node.PointsWrite;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PrimitiveIterator;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The entries of points: each change is written once, a row per member. */
@Repository
public class PointsLedger {
  private static final int ROWS_AT_ONCE = 20_000;
  private static final List<Field<?>> ENTRY_FIELDS =
      List.of(WORKSPACE, ENTRY_ACCOUNT, MEMBER, ENTRY_CHANGE, POINTS, AT);

  private static final Instant FOREVER = Instant.parse("9999-12-31T00:00:00Z");

  private final DSLContext db;
  private final BulkInsert bulk;
  private final PointsAccounts accounts;

  PointsLedger(DSLContext db, BulkInsert bulk, PointsAccounts accounts) {
    this.db = db;
    this.bulk = bulk;
    this.accounts = accounts;
  }

  /**
   * Writes a change in the caller's transaction.
   *
   * @param at when it happened
   * @param cause what brought it about, at most 300 characters, unique per account
   * @param note anything worth keeping with it, at most 1,000 characters, or null
   * @return false if a change of the same cause is there already: then nothing is done
   * @throws NodeFailure if there is no such account, or if somebody has fewer points than are
   *     deducted
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean append(
      WorkspaceId workspace, PointsWrite write, Instant at, String cause, String note) {
    PointsAccount account =
        accounts
            .lock(workspace, write.target().key())
            .orElseThrow(
                () ->
                    new NodeFailure(
                        "There is no account of points '" + write.target().key() + "'; make it."));
    if (isThere(workspace, account, cause)) {
      return false;
    }
    Change change =
        new Change(workspace, account, insert(workspace, account, write, at, cause, note), at);
    List<Integer> chunk = new ArrayList<>(ROWS_AT_ONCE);
    for (PrimitiveIterator.OfInt left = write.members().stream().iterator(); left.hasNext(); ) {
      chunk.add(left.nextInt());
      if (chunk.size() == ROWS_AT_ONCE || !left.hasNext()) {
        insertEntries(change, write, chunk);
        chunk.clear();
      }
    }
    return true;
  }

  private record Change(WorkspaceId workspace, PointsAccount account, long id, Instant at) {}

  /** Whether a change of that cause is written. */
  boolean isThere(WorkspaceId workspace, PointsAccount account, String cause) {
    return db.fetchExists(
        db.selectOne()
            .from(CHANGE)
            .where(
                CHANGE_WORKSPACE.eq(workspace.value()),
                CHANGE_ACCOUNT.eq(account.id()),
                CAUSE.eq(cause)));
  }

  private long insert(
      WorkspaceId workspace,
      PointsAccount account,
      PointsWrite write,
      Instant at,
      String cause,
      String note) {
    return db.insertInto(CHANGE)
        .set(CHANGE_WORKSPACE, workspace.value())
        .set(CHANGE_ACCOUNT, account.id())
        .set(KIND, write.change().name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .set(CAUSE, cause)
        .set(NOTE, note)
        .set(CHANGE_AT, at)
        .returningResult(CHANGE_ID)
        .fetchSingle()
        .value1();
  }

  private void insertEntries(Change change, PointsWrite write, List<Integer> members) {
    Map<Integer, Long> balances =
        write.change() == PointsWrite.Change.ADD
            ? Map.of()
            : balances(change.workspace(), change.account(), members);
    List<Object[]> rows = new ArrayList<>(members.size());
    for (int member : members) {
      long points = points(write, member, balances.getOrDefault(member, 0L));
      if (points != 0) {
        rows.add(
            new Object[] {
              change.workspace().value(),
              change.account().id(),
              member,
              change.id(),
              points,
              change.at()
            });
      }
    }
    bulk.insert(ENTRY, ENTRY_FIELDS, rows);
  }

  private static long points(PointsWrite write, int member, long balance) {
    return switch (write.change()) {
      case ADD -> write.points();
      case RESET -> -balance;
      case DEDUCT_TO_ZERO -> -Math.max(0, Math.min(balance, write.points()));
      case DEDUCT -> {
        if (balance < write.points()) {
          throw new NodeFailure(
              "Member %d has %d points and %d were to be deducted; retry, and the node reads the balances anew"
                  .formatted(member, balance, write.points()));
        }
        yield -write.points();
      }
    };
  }

  /** The balances of members by all their entries; who has none is not among them. */
  public Map<Integer, Long> balances(
      WorkspaceId workspace, PointsAccount account, List<Integer> members) {
    return balances(workspace, account, members, FOREVER);
  }

  /** The same by the entries up to an instant. */
  public Map<Integer, Long> balances(
      WorkspaceId workspace, PointsAccount account, List<Integer> members, Instant until) {
    ValueTable<Integer> wanted = ValueTable.ofIntegers(members);
    Map<Integer, Long> balances = new HashMap<>();
    db.select(MEMBER, sum(POINTS))
        .from(wanted.table())
        .join(ENTRY)
        .on(
            WORKSPACE.eq(workspace.value()),
            ENTRY_ACCOUNT.eq(account.id()),
            MEMBER.eq(wanted.value()),
            AT.le(until))
        .groupBy(MEMBER)
        .forEach(row -> balances.put(row.value1(), row.get(1, BigDecimal.class).longValueExact()));
    return balances;
  }

  /** The balance of one member; zero without entries. */
  public long balance(WorkspaceId workspace, PointsAccount account, int member) {
    return balances(workspace, account, List.of(member)).getOrDefault(member, 0L);
  }
}
