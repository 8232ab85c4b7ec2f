package io.sluice.engine.delivery.receipt;

import static io.sluice.engine.delivery.receipt.ReceiptTables.*;
import static org.jooq.impl.DSL.inline;

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
import org.springframework.stereotype.Repository;

/** Receipts as they came in, in the caller's transaction. */
@Repository
class ReceiptRows {
  private static final String WAITING = "waiting";
  private static final String MATCHED = "matched";
  private static final String UNMATCHED = "unmatched";

  /** Whoever took a receipt matches it at once; the sweep comes only where that did not happen. */
  private static final Duration HEAD_START = Duration.ofSeconds(5);

  private static final int CONTENT_LENGTH = 2_000;
  private static final List<Field<?>> FIELDS =
      List.of(EVENT_ID, EFFECT, REFERENCE, KIND, AT, ADDRESS, CONTENT, RECEIVED_AT);

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
              now.plus(HEAD_START));
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

  /** Some that are due. */
  List<Waiting> due(Source source, Instant now, int limit) {
    return db.select(FIELDS)
        .from(RECEIPT)
        .where(of(source), STATE.eq(inline(WAITING)), DUE_AT.le(now))
        .orderBy(EVENT_ID)
        .limit(limit)
        .fetch(ReceiptRows::waiting);
  }

  /** Those of some event ids that wait. */
  List<Waiting> waiting(Source source, Collection<String> eventIds) {
    ValueTable<String> wanted = ValueTable.ofTexts(eventIds);
    return db.selectDistinct(FIELDS)
        .from(wanted.table())
        .join(RECEIPT)
        .on(of(source), EVENT_ID.eq(wanted.value()))
        .where(STATE.eq(inline(WAITING)))
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
    BatchBindStep batch = update(STATE, matched ? MATCHED : UNMATCHED);
    for (Waiting waiting : receipts) {
      batch = bind(batch, matched ? MATCHED : UNMATCHED, source, waiting);
    }
    if (!receipts.isEmpty()) {
      batch.execute();
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
    BatchBindStep batch = update(DUE_AT, null);
    for (Waiting waiting : receipts) {
      Duration waited = Duration.between(waiting.receivedAt(), now);
      Instant due =
          now.plus(waited.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : waited);
      batch = bind(batch, due, source, waiting);
    }
    if (!receipts.isEmpty()) {
      batch.execute();
    }
  }

  private <T> BatchBindStep update(Field<T> field, T value) {
    return db.batch(
        db.update(RECEIPT)
            .set(field, value)
            .where(
                WORKSPACE.eq((Integer) null),
                GATEWAY.eq((String) null),
                EVENT_ID.eq((String) null)));
  }

  private static BatchBindStep bind(
      BatchBindStep batch, Object value, Source source, Waiting waiting) {
    return batch.bind(
        value, source.workspace().value(), source.gateway(), waiting.receipt().eventId());
  }

  private static Condition of(Source source) {
    return WORKSPACE.eq(source.workspace().value()).and(GATEWAY.eq(source.gateway()));
  }
}
