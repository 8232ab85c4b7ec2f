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
import java.util.LinkedHashMap;
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
    PointsAccount account = lock(workspace, write);
    if (isThere(workspace, account, cause)) {
      return false;
    }
    write(insert(workspace, account, kind(write), at, cause, note), write, FOREVER);
    return true;
  }

  /**
   * Writes a change into the past, in the caller's transaction: balances are as they were then.
   * Whoever would have fewer than zero points now, because others took them since, gets back what
   * is missing by an entry of now.
   *
   * @throws NodeFailure as {@link #append} does
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean appendAsOf(
      WorkspaceId workspace,
      PointsWrite write,
      Instant at,
      Instant now,
      String cause,
      String note) {
    PointsAccount account = lock(workspace, write);
    if (isThere(workspace, account, cause)) {
      return false;
    }
    Map<Integer, Long> missing =
        write(insert(workspace, account, kind(write), at, cause, note), write, at);
    if (!missing.isEmpty()) {
      insertEntries(
          insert(workspace, account, "spent-since", now, "spent-since/" + cause, note), missing);
    }
    return true;
  }

  private PointsAccount lock(WorkspaceId workspace, PointsWrite write) {
    return accounts
        .lock(workspace, write.target().key())
        .orElseThrow(
            () ->
                new NodeFailure(
                    "There is no account of points '" + write.target().key() + "'; make it."));
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

  /** Whether entries stand after an instant, up to another one. */
  public boolean isWritten(
      WorkspaceId workspace, PointsAccount account, Instant after, Instant until) {
    return db.fetchExists(
        db.selectOne()
            .from(CHANGE)
            .where(
                CHANGE_WORKSPACE.eq(workspace.value()),
                CHANGE_ACCOUNT.eq(account.id()),
                CHANGE_AT.gt(after),
                CHANGE_AT.le(until)));
  }

  private Change insert(
      WorkspaceId workspace,
      PointsAccount account,
      String kind,
      Instant at,
      String cause,
      String note) {
    return db.insertInto(CHANGE)
        .set(CHANGE_WORKSPACE, workspace.value())
        .set(CHANGE_ACCOUNT, account.id())
        .set(KIND, kind)
        .set(CAUSE, cause)
        .set(NOTE, note)
        .set(CHANGE_AT, at)
        .returningResult(CHANGE_ID)
        .fetchSingle(row -> new Change(workspace, account, row.value1(), at));
  }

  private static String kind(PointsWrite write) {
    return write.change().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Tells of those who have fewer than zero points now by a change into the past how many. */
  private Map<Integer, Long> write(Change change, PointsWrite write, Instant until) {
    Map<Integer, Long> missing = new HashMap<>();
    List<Integer> chunk = new ArrayList<>(ROWS_AT_ONCE);
    for (PrimitiveIterator.OfInt left = write.members().stream().iterator(); left.hasNext(); ) {
      chunk.add(left.nextInt());
      if (chunk.size() == ROWS_AT_ONCE || !left.hasNext()) {
        Map<Integer, Long> points = pointsOf(change, write, chunk, until);
        insertEntries(change, points);
        if (!until.equals(FOREVER)) {
          missing.putAll(missing(change, points));
        }
        chunk.clear();
      }
    }
    return missing;
  }

  private Map<Integer, Long> pointsOf(
      Change change, PointsWrite write, List<Integer> members, Instant until) {
    Map<Integer, Long> balances =
        write.change() == PointsWrite.Change.ADD
            ? Map.of()
            : balances(change.workspace(), change.account(), members, until);
    Map<Integer, Long> points = new LinkedHashMap<>();
    members.forEach(
        member -> points.put(member, points(write, member, balances.getOrDefault(member, 0L))));
    points.values().removeIf(none -> none == 0);
    return points;
  }

  private void insertEntries(Change change, Map<Integer, Long> points) {
    List<Object[]> rows = new ArrayList<>(points.size());
    points.forEach(
        (member, each) ->
            rows.add(
                new Object[] {
                  change.workspace().value(),
                  change.account().id(),
                  member,
                  change.id(),
                  each,
                  change.at()
                }));
    bulk.insert(ENTRY, ENTRY_FIELDS, rows);
  }

  /** What people have less than zero by now, as far as the change took it. */
  private Map<Integer, Long> missing(Change change, Map<Integer, Long> points) {
    Map<Integer, Long> missing = new LinkedHashMap<>();
    List<Integer> losers = points.keySet().stream().filter(one -> points.get(one) < 0).toList();
    balances(change.workspace(), change.account(), losers)
        .forEach(
            (member, balance) -> {
              if (balance < 0) {
                missing.put(member, Math.min(-balance, -points.get(member)));
              }
            });
    return missing;
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
