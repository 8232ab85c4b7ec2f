package io.sluice.engine.money;

import static io.sluice.engine.money.MoneyTables.*;

import io.sluice.engine.money.BalanceEntry.Kind;
import io.sluice.engine.workspace.WorkspaceId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;

/** The rows of balances; every method works in the caller's transaction. */
@Repository
class BalanceRows {
  private static final List<Field<?>> FIELDS =
      List.of(UNITS_KIND, UNITS_CAUSE, UNITS_ADDED, NOTE, UNITS_AT);

  private final DSLContext db;

  BalanceRows(DSLContext db) {
    this.db = db;
  }

  /** The balances by channel. */
  Map<String, Long> all(WorkspaceId workspace) {
    return db.select(BALANCE_CHANNEL, UNITS)
        .from(BALANCE)
        .where(BALANCE_WORKSPACE.eq(workspace.value()))
        .orderBy(BALANCE_CHANNEL)
        .fetchMap(BALANCE_CHANNEL, UNITS);
  }

  OptionalLong find(WorkspaceId workspace, String channel) {
    return db.select(UNITS)
        .from(BALANCE)
        .where(isBalance(workspace, channel))
        .fetchOptional(UNITS)
        .map(OptionalLong::of)
        .orElseGet(OptionalLong::empty);
  }

  /** The units of a channel, its row locked until the transaction ends. */
  OptionalLong lock(WorkspaceId workspace, String channel) {
    return db.select(UNITS)
        .from(BALANCE)
        .where(isBalance(workspace, channel))
        .forUpdate()
        .fetchOptional(UNITS)
        .map(OptionalLong::of)
        .orElseGet(OptionalLong::empty);
  }

  void create(WorkspaceId workspace, String channel) {
    try {
      db.insertInto(BALANCE, BALANCE_WORKSPACE, BALANCE_CHANNEL, UNITS)
          .values(workspace.value(), channel, 0L)
          .onConflict(BALANCE_WORKSPACE, BALANCE_CHANNEL)
          .doNothing()
          .execute();
    } catch (DuplicateKeyException madeMeanwhile) {
      // H2 emulates the conflict clause by MERGE, which can lose a race; its transaction goes on.
    }
  }

  void set(WorkspaceId workspace, String channel, long units) {
    db.update(BALANCE).set(UNITS, units).where(isBalance(workspace, channel)).execute();
  }

  Optional<BalanceEntry> entry(WorkspaceId workspace, String channel, Kind kind, String cause) {
    return db.select(FIELDS)
        .from(BALANCE_ENTRY)
        .where(isOf(workspace, channel), UNITS_KIND.eq(kind.key()), UNITS_CAUSE.eq(cause))
        .fetchOptional(BalanceRows::entry);
  }

  /** The movement that somebody asked for under a cause. */
  Optional<BalanceEntry> byHand(WorkspaceId workspace, String channel, String cause) {
    return entry(workspace, channel, Kind.TOP_UP, cause)
        .or(() -> entry(workspace, channel, Kind.CORRECTION, cause));
  }

  List<BalanceEntry> entries(WorkspaceId workspace, String channel, int limit) {
    return db.select(FIELDS)
        .from(BALANCE_ENTRY)
        .where(isOf(workspace, channel))
        .orderBy(UNITS_AT.desc(), UNITS_CAUSE)
        .limit(limit)
        .fetch(BalanceRows::entry);
  }

  void insert(WorkspaceId workspace, String channel, BalanceEntry entry) {
    db.insertInto(
            BALANCE_ENTRY,
            UNITS_WORKSPACE,
            UNITS_CHANNEL,
            UNITS_KIND,
            UNITS_CAUSE,
            UNITS_ADDED,
            NOTE,
            UNITS_AT)
        .values(
            workspace.value(),
            channel,
            entry.kind().key(),
            entry.cause(),
            entry.units(),
            entry.note(),
            entry.at())
        .execute();
  }

  private static Condition isBalance(WorkspaceId workspace, String channel) {
    return BALANCE_WORKSPACE.eq(workspace.value()).and(BALANCE_CHANNEL.eq(channel));
  }

  private static Condition isOf(WorkspaceId workspace, String channel) {
    return UNITS_WORKSPACE.eq(workspace.value()).and(UNITS_CHANNEL.eq(channel));
  }

  private static BalanceEntry entry(Record row) {
    return new BalanceEntry(
        Kind.ofKey(row.get(UNITS_KIND)),
        row.get(UNITS_CAUSE),
        row.get(UNITS_ADDED),
        row.get(NOTE),
        row.get(UNITS_AT));
  }
}
