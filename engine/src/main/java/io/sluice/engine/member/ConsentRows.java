package io.sluice.engine.member;

import static io.sluice.engine.member.MemberTables.*;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import io.sluice.engine.storage.BulkInsert;
import io.sluice.engine.storage.ValueTable;
import io.sluice.engine.workspace.WorkspaceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Repository;

/** Reads and appends consents in the caller's transaction. */
@Repository
class ConsentRows {
  private static final Table<Record> NEXT = CONSENT.as("next");
  private static final Field<Integer> NEXT_WORKSPACE =
      field(name("next", "workspace_id"), Integer.class);
  private static final Field<Integer> NEXT_MEMBER = field(name("next", "member_id"), Integer.class);
  private static final Field<String> NEXT_CHANNEL = field(name("next", "channel"), String.class);
  private static final Field<Long> NEXT_ID = field(name("next", "id"), Long.class);
  private static final Field<Instant> NEXT_AT = field(name("next", "at"), SQLDataType.INSTANT(6));

  private final DSLContext db;
  private final BulkInsert bulk;

  ConsentRows(DSLContext db, BulkInsert bulk) {
    this.db = db;
    this.bulk = bulk;
  }

  /** A member's consent as it is kept. */
  record Kept(int member, ConsentChange consent, boolean superseded) {}

  /** All consents of some members, by member, the oldest first. */
  Map<Integer, List<Kept>> read(WorkspaceId workspace, Collection<Integer> members) {
    ValueTable<Integer> wanted = ValueTable.ofIntegers(members);
    return db.select(
            CONSENT_MEMBER, CHANNEL, GRANTED, BASIS, WORDING, SOURCE, CONSENT_AT, SUPERSEDED_AT)
        .from(wanted.table())
        .join(CONSENT)
        .on(CONSENT_WORKSPACE.eq(workspace.value()), CONSENT_MEMBER.eq(wanted.value()))
        .orderBy(CONSENT_MEMBER, CHANNEL, CONSENT_AT, CONSENT_ID)
        .fetchGroups(CONSENT_MEMBER, ConsentRows::kept);
  }

  private static Kept kept(Record row) {
    return new Kept(
        row.get(CONSENT_MEMBER),
        new ConsentChange(
            row.get(CHANNEL),
            row.get(GRANTED),
            row.get(BASIS),
            row.get(WORDING),
            row.get(SOURCE),
            row.get(CONSENT_AT)),
        row.get(SUPERSEDED_AT) != null);
  }

  /**
   * Appends consents that have an instant.
   *
   * @param again the members who have had consents before, or get several now: of theirs, each is
   *     closed by the next
   */
  void append(WorkspaceId workspace, List<Kept> consents, Set<Integer> again) {
    List<Object[]> rows = new ArrayList<>();
    for (Kept kept : consents) {
      ConsentChange consent = kept.consent();
      rows.add(
          new Object[] {
            workspace.value(),
            kept.member(),
            consent.channel(),
            consent.granted(),
            consent.basis(),
            consent.wording(),
            consent.source(),
            consent.at()
          });
    }
    bulk.insert(
        CONSENT,
        List.of(
            CONSENT_WORKSPACE,
            CONSENT_MEMBER,
            CHANNEL,
            GRANTED,
            BASIS,
            WORDING,
            SOURCE,
            CONSENT_AT),
        rows);
    if (!again.isEmpty()) {
      close(workspace, again);
    }
  }

  private void close(WorkspaceId workspace, Set<Integer> members) {
    BatchBindStep batch =
        db.batch(
            db.update(CONSENT)
                .set(SUPERSEDED_AT, field(next()))
                .where(CONSENT_WORKSPACE.eq((Integer) null), CONSENT_MEMBER.eq((Integer) null)));
    for (int member : members) {
      batch = batch.bind(workspace.value(), member);
    }
    batch.execute();
  }

  private static Select<Record1<Instant>> next() {
    return select(min(NEXT_AT))
        .from(NEXT)
        .where(
            NEXT_WORKSPACE.eq(CONSENT_WORKSPACE),
            NEXT_MEMBER.eq(CONSENT_MEMBER),
            NEXT_CHANNEL.eq(CHANNEL),
            NEXT_AT.gt(CONSENT_AT).or(NEXT_AT.eq(CONSENT_AT).and(NEXT_ID.gt(CONSENT_ID))));
  }

  void erase(WorkspaceId workspace, int member) {
    db.deleteFrom(CONSENT)
        .where(CONSENT_WORKSPACE.eq(workspace.value()), CONSENT_MEMBER.eq(member))
        .execute();
  }
}
