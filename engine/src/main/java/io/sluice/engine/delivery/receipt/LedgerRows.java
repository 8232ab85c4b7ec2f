package io.sluice.engine.delivery.receipt;

import static io.sluice.engine.delivery.receipt.MessageTables.*;
import static org.jooq.impl.DSL.inline;

import io.sluice.engine.delivery.EffectKey;
import io.sluice.engine.storage.ValueTable;
import io.sluice.engine.workspace.WorkspaceId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/**
 * Reads the ledger of messages for receipts, and notes what they say, in the caller's transaction.
 */
@Repository
class LedgerRows {
  private static final int DETAIL_LENGTH = 500;

  private final DSLContext db;

  LedgerRows(DSLContext db) {
    this.db = db;
  }

  /** What the ledger says of a message. */
  record Entry(String gateway, String channel, String outcome, String address) {}

  /** What happened to a message. */
  record Event(EffectKey effect, String kind, Instant at, String detail) {}

  /** What became of a message of which nobody knew, or of which less was known. */
  record Truth(EffectKey effect, String outcome, String reason) {}

  /** Members who got their message by the same node and came by the same entry. */
  private record Group(WorkspaceId workspace, long run, String node, long entry) {
    static Group of(EffectKey key) {
      return new Group(key.workspace(), key.run(), key.node(), key.entry());
    }

    EffectKey key(int member) {
      return new EffectKey(workspace, run, node, member, entry);
    }
  }

  /** What the ledger has of some messages. */
  Map<EffectKey, Entry> entries(Collection<EffectKey> effects) {
    Map<EffectKey, Entry> entries = new HashMap<>();
    Map<Group, List<EffectKey>> groups =
        effects.stream().distinct().collect(Collectors.groupingBy(Group::of));
    groups.forEach((group, keys) -> entries.putAll(entries(group, keys)));
    return entries;
  }

  private Map<EffectKey, Entry> entries(Group group, List<EffectKey> keys) {
    ValueTable<Integer> wanted =
        ValueTable.ofIntegers(keys.stream().map(EffectKey::member).toList());
    return db.select(MEMBER, GATEWAY, CHANNEL, OUTCOME, ADDRESS)
        .from(wanted.table())
        .join(MESSAGE)
        .on(
            WORKSPACE.eq(group.workspace().value()),
            RUN.eq(group.run()),
            NODE.eq(group.node()),
            MEMBER.eq(wanted.value()),
            ENTRY.eq(group.entry()))
        .fetchMap(
            row -> group.key(row.value1()),
            row -> new Entry(row.value2(), row.value3(), row.value4(), row.value5()));
  }

  /** Notes events; what is noted already stays as it is. */
  void note(List<Event> events) {
    BatchBindStep batch =
        db.batch(
            db.insertInto(EVENT)
                .columns(
                    EVENT_WORKSPACE,
                    EVENT_RUN,
                    EVENT_NODE,
                    EVENT_MEMBER,
                    EVENT_ENTRY,
                    EVENT_KIND,
                    EVENT_AT,
                    EVENT_DETAIL)
                .values((Integer) null, null, null, null, null, null, null, null)
                .onConflict(
                    EVENT_WORKSPACE, EVENT_RUN, EVENT_NODE, EVENT_MEMBER, EVENT_ENTRY, EVENT_KIND)
                .doNothing());
    for (Event event : events) {
      EffectKey key = event.effect();
      batch =
          batch.bind(
              key.workspace().value(),
              key.run(),
              key.node(),
              key.member(),
              key.entry(),
              event.kind(),
              event.at(),
              shortened(event.detail()));
    }
    if (!events.isEmpty()) {
      batch.execute();
    }
  }

  private static String shortened(String detail) {
    return detail == null || detail.length() <= DETAIL_LENGTH
        ? detail
        : detail.substring(0, DETAIL_LENGTH);
  }

  /** Writes what became of messages: whatever others write meanwhile, states move forward only. */
  void resolve(List<Truth> truths) {
    resolve(truths, Progress.ACCEPTED, List.of(Progress.UNKNOWN, Progress.FAILED));
    resolve(truths, Progress.FAILED, List.of(Progress.UNKNOWN));
  }

  private void resolve(List<Truth> truths, String outcome, List<String> before) {
    BatchBindStep batch =
        db.batch(
            db.update(MESSAGE)
                .set(OUTCOME, inline(outcome))
                .set(REASON, (String) null)
                .where(
                    WORKSPACE.eq((Integer) null),
                    RUN.eq((Long) null),
                    NODE.eq((String) null),
                    MEMBER.eq((Integer) null),
                    ENTRY.eq((Long) null),
                    OUTCOME.in(before.stream().map(DSL::inline).toList())));
    List<Truth> these = truths.stream().filter(one -> one.outcome().equals(outcome)).toList();
    for (Truth truth : these) {
      EffectKey key = truth.effect();
      batch =
          batch.bind(
              truth.reason(),
              key.workspace().value(),
              key.run(),
              key.node(),
              key.member(),
              key.entry());
    }
    if (!these.isEmpty()) {
      batch.execute();
    }
  }
}
