package io.sluice.engine.delivery.receipt;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.sluice.engine.delivery.EffectKey;
import io.sluice.engine.delivery.gateway.Receipt;
import io.sluice.engine.storage.ValueTable;
import io.sluice.engine.workspace.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.BatchBindStep;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Repository;

/** Receipts as they came in, in the caller's transaction. */
@Repository
class ReceiptRows {
  private static final Table<Record> RECEIPT = table(name("receipt"));
  private static final Field<Integer> WORKSPACE =
      field(name("receipt", "workspace_id"), Integer.class);
  private static final Field<String> GATEWAY = field(name("receipt", "gateway"), String.class);
  private static final Field<String> EVENT_ID = field(name("receipt", "event_id"), String.class);
  private static final Field<String> KIND = field(name("receipt", "kind"), String.class);
  private static final Field<String> EFFECT = field(name("receipt", "effect"), String.class);
  private static final Field<String> REFERENCE = field(name("receipt", "reference"), String.class);
  private static final Field<String> ADDRESS = field(name("receipt", "address"), String.class);
  private static final Field<String> CONTENT = field(name("receipt", "content"), String.class);
  private static final Field<Instant> AT = field(name("receipt", "at"), SQLDataType.INSTANT(6));
  private static final Field<Instant> RECEIVED_AT =
      field(name("receipt", "received_at"), SQLDataType.INSTANT(6));
  private static final Field<String> STATE = field(name("receipt", "state"), String.class);
  private static final Field<Instant> DUE_AT =
      field(name("receipt", "due_at"), SQLDataType.INSTANT(6));

  private static final String WAITING = "waiting";
  private static final String MATCHED = "matched";
  private static final String UNMATCHED = "unmatched";
  private static final int CONTENT_LENGTH = 2_000;

  private final DSLContext db;

  ReceiptRows(DSLContext db) {
    this.db = db;
  }

  /** Receipts of one gateway that wait. */
  record Source(WorkspaceId workspace, String gateway) {}

  /** A receipt that waits for its message. */
  record Waiting(Receipt receipt, Instant receivedAt) {}

  /** Adds those that are not there yet. */
  void add(Source source, List<Receipt> receipts, Instant now) {
    BatchBindStep batch =
        db.batch(
            db.insertInto(RECEIPT)
                .columns(
                    WORKSPACE,
                    GATEWAY,
                    EVENT_ID,
                    KIND,
                    EFFECT,
                    REFERENCE,
                    ADDRESS,
                    CONTENT,
                    AT,
                    RECEIVED_AT,
                    STATE,
                    DUE_AT)
                .values(
                    (Integer) null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null)
                .onConflict(WORKSPACE, GATEWAY, EVENT_ID)
                .doNothing());
    for (Receipt receipt : receipts) {
      batch =
          batch.bind(
              source.workspace().value(),
              source.gateway(),
              receipt.eventId(),
              receipt.kind().key(),
              receipt.effect().map(EffectKey::text).orElse(null),
              receipt.reference().orElse(null),
              receipt.address().orElse(null),
              receipt.text().map(ReceiptRows::shortened).orElse(null),
              // A gateway whose clock is ahead tells of the future.
              receipt.at().isAfter(now) ? now : receipt.at(),
              now,
              WAITING,
              now);
    }
    batch.execute();
  }

  private static String shortened(String text) {
    return text.length() <= CONTENT_LENGTH ? text : text.substring(0, CONTENT_LENGTH);
  }

  /** The gateways with receipts that are due. */
  List<Source> due(Instant now) {
    return db.selectDistinct(WORKSPACE, GATEWAY)
        .from(RECEIPT)
        .where(STATE.eq(inline(WAITING)), DUE_AT.le(now))
        .fetch(ReceiptRows::source);
  }

  private static Source source(Record2<Integer, String> row) {
    return new Source(new WorkspaceId(row.value1()), row.value2());
  }

  /** Some that are due, locked until the transaction ends. */
  List<Waiting> lockDue(Source source, Instant now, int limit) {
    return fetchLocked(DUE_AT.le(now), source, limit);
  }

  /** Those of some event ids that wait, locked until the transaction ends. */
  List<Waiting> lock(Source source, Collection<String> eventIds) {
    ValueTable<String> wanted = ValueTable.ofTexts(eventIds);
    return fetchLocked(
        EVENT_ID.in(db.select(wanted.value()).from(wanted.table())), source, eventIds.size());
  }

  private List<Waiting> fetchLocked(Condition which, Source source, int limit) {
    return db.select(EVENT_ID, EFFECT, REFERENCE, KIND, AT, ADDRESS, CONTENT, RECEIVED_AT)
        .from(RECEIPT)
        .where(of(source), STATE.eq(inline(WAITING)), which)
        .orderBy(EVENT_ID)
        .limit(limit)
        .forUpdate()
        .fetch(ReceiptRows::waiting);
  }

  private static Waiting waiting(Record row) {
    return new Waiting(
        new Receipt(
            row.get(EVENT_ID),
            Optional.ofNullable(row.get(EFFECT)).map(EffectKey::parse),
            Optional.ofNullable(row.get(REFERENCE)),
            Receipt.Kind.of(row.get(KIND)).orElseThrow(),
            row.get(AT),
            Optional.ofNullable(row.get(ADDRESS)),
            Optional.ofNullable(row.get(CONTENT))),
        row.get(RECEIVED_AT));
  }

  /** Notes that receipts are done with. */
  void settle(Source source, Collection<Waiting> receipts, boolean matched) {
    if (!receipts.isEmpty()) {
      ValueTable<String> ids = ids(receipts);
      db.update(RECEIPT)
          .set(STATE, matched ? MATCHED : UNMATCHED)
          .where(of(source), EVENT_ID.in(db.select(ids.value()).from(ids.table())))
          .execute();
    }
  }

  /** Deletes what was settled before an instant; what it told stands with the messages. */
  void forgetSettled(Instant before) {
    db.deleteFrom(RECEIPT)
        .where(STATE.in(inline(MATCHED), inline(UNMATCHED)), DUE_AT.lt(before))
        .execute();
  }

  /** Looks at receipts again after a while: the longer they wait, the later. */
  void postpone(Source source, Collection<Waiting> receipts, Instant now) {
    BatchBindStep batch =
        db.batch(
            db.update(RECEIPT)
                .set(DUE_AT, (Instant) null)
                .where(WORKSPACE.eq((Integer) null), GATEWAY.eq((String) null))
                .and(EVENT_ID.eq((String) null)));
    for (Waiting waiting : receipts) {
      Duration waited = Duration.between(waiting.receivedAt(), now);
      Instant due =
          now.plus(waited.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : waited);
      batch =
          batch.bind(
              due, source.workspace().value(), source.gateway(), waiting.receipt().eventId());
    }
    if (!receipts.isEmpty()) {
      batch.execute();
    }
  }

  private static ValueTable<String> ids(Collection<Waiting> receipts) {
    return ValueTable.ofTexts(
        receipts.stream().map(waiting -> waiting.receipt().eventId()).toList());
  }

  private static Condition of(Source source) {
    return WORKSPACE.eq(source.workspace().value()).and(GATEWAY.eq(source.gateway()));
  }
}
