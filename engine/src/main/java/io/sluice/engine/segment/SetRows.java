package io.sluice.engine.segment;

import static io.sluice.engine.segment.SetTables.*;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.selectOne;

import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.node.Audience;
import io.sluice.node.SetRef;
import io.sluice.node.SetWrite;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;

/** Reads and writes the rows of kept sets; every method works in the caller's transaction. */
@Repository
class SetRows {
  private final DSLContext db;

  SetRows(DSLContext db) {
    this.db = db;
  }

  Optional<SetRow> find(WorkspaceId workspace, SetRef set) {
    return db.select(SET_ID, LAST_SEQ)
        .from(SET)
        .where(is(workspace, set))
        .fetchOptional(row -> new SetRow(workspace, row.value1(), row.value2()));
  }

  List<SetRef> all(WorkspaceId workspace, SetRef.Kind kind) {
    return db.select(SET_KEY)
        .from(SET)
        .where(SET_WORKSPACE.eq(workspace.value()), SET_KIND.eq(kind(kind)))
        .orderBy(SET_KEY)
        .fetch(row -> new SetRef(kind, row.value1()));
  }

  /** The set's row, locked until the transaction ends. */
  Optional<SetRow> lock(WorkspaceId workspace, SetRef set) {
    return db.select(SET_ID, LAST_SEQ)
        .from(SET)
        .where(is(workspace, set))
        .forUpdate()
        .fetchOptional(row -> new SetRow(workspace, row.value1(), row.value2()));
  }

  void create(WorkspaceId workspace, SetRef set) {
    db.insertInto(SET, SET_WORKSPACE, SET_KIND, SET_KEY)
        .values(workspace.value(), kind(set.kind()), set.key())
        .onConflict(SET_WORKSPACE, SET_KIND, SET_KEY)
        .doNothing()
        .execute();
  }

  boolean hasCause(SetRow set, String cause) {
    return db.fetchExists(selectOne().from(CHANGE).where(ofChange(set), CAUSE.eq(cause)));
  }

  void append(SetRow set, SetWrite write, Instant at, String cause, String evidence) {
    long seq = set.lastSeq() + 1;
    db.insertInto(
            CHANGE,
            CHANGE_WORKSPACE,
            CHANGE_SET,
            CHANGE_SEQ,
            CHANGE_AT,
            CAUSE,
            CHANGE_KIND,
            AUDIENCE,
            EXPIRES_AT,
            EVIDENCE)
        .values(
            set.workspace().value(),
            set.id(),
            seq,
            at,
            cause,
            write.change().name().toLowerCase(Locale.ROOT),
            write.members().toBytes(),
            write.expiresAt().map(e -> e.truncatedTo(ChronoUnit.MICROS)).orElse(null),
            evidence)
        .execute();
    db.update(SET).set(LAST_SEQ, seq).where(ofSet(set)).execute();
    db.deleteFrom(SNAPSHOT)
        .where(
            SNAPSHOT_WORKSPACE.eq(set.workspace().value()),
            SNAPSHOT_SET.eq(set.id()),
            SNAPSHOT_AT.gt(at))
        .execute();
  }

  void delete(SetRow set) {
    db.deleteFrom(SNAPSHOT)
        .where(SNAPSHOT_WORKSPACE.eq(set.workspace().value()), SNAPSHOT_SET.eq(set.id()))
        .execute();
    db.deleteFrom(CHANGE).where(ofChange(set)).execute();
    db.deleteFrom(SET).where(ofSet(set)).execute();
  }

  /** The newest snapshot that is not after the instant; the start where there is none. */
  SetTimeline.Base snapshot(SetRow set, Instant notAfter) {
    return db.select(SNAPSHOT_AT, UP_TO_SEQ, STATE)
        .from(SNAPSHOT)
        .where(
            SNAPSHOT_WORKSPACE.eq(set.workspace().value()),
            SNAPSHOT_SET.eq(set.id()),
            SNAPSHOT_AT.le(notAfter))
        .orderBy(SNAPSHOT_AT.desc(), UP_TO_SEQ.desc())
        .limit(inline(1))
        .fetchOptional(
            row ->
                new SetTimeline.Base(row.value1(), row.value2(), SetState.fromBytes(row.value3())))
        .orElse(SetTimeline.Base.START);
  }

  void keepSnapshot(SetRow set, SetTimeline.Base base) {
    db.insertInto(SNAPSHOT, SNAPSHOT_WORKSPACE, SNAPSHOT_SET, SNAPSHOT_AT, UP_TO_SEQ, STATE)
        .values(set.workspace().value(), set.id(), base.at(), base.seq(), base.state().toBytes())
        .onConflict(SNAPSHOT_WORKSPACE, SNAPSHOT_SET, SNAPSHOT_AT, UP_TO_SEQ)
        .doNothing()
        .execute();
    db.update(SET).set(SNAPSHOT_SEQ, set.lastSeq()).where(ofSet(set)).execute();
  }

  /** The changes after a base, in order. */
  List<SetChange> changesAfter(SetRow set, SetTimeline.Base base) {
    Condition after =
        base == SetTimeline.Base.START
            ? CHANGE_SEQ.gt(0L)
            : CHANGE_AT.gt(base.at()).or(CHANGE_AT.eq(base.at()).and(CHANGE_SEQ.gt(base.seq())));
    return changes(set, after);
  }

  /** The changes that were written after a number, in order. */
  List<SetChange> changesWrittenAfter(SetRow set, long seq) {
    return changes(set, CHANGE_SEQ.gt(seq));
  }

  /** The changes of all other causes, in order. */
  List<SetChange> changesWithout(SetRow set, Collection<String> causes) {
    return changes(set, CAUSE.notIn(causes));
  }

  /** Everybody whom the changes of some causes name. */
  Audience members(SetRow set, Collection<String> causes) {
    return Audience.unionOf(
        changes(set, CAUSE.in(causes)).stream().map(SetChange::members).toList());
  }

  /** The number of the last change whose cause begins with a text; 0 where there is none. */
  long lastBy(SetRow set, String beginning) {
    return db.select(coalesce(max(CHANGE_SEQ), inline(0L)))
        .from(CHANGE)
        .where(ofChange(set), CAUSE.startsWith(beginning))
        .fetchSingle()
        .value1();
  }

  /** The causes that contain a text. */
  Set<String> causesWith(SetRow set, String text) {
    return db.select(CAUSE).from(CHANGE).where(ofChange(set), CAUSE.contains(text)).fetchSet(CAUSE);
  }

  private List<SetChange> changes(SetRow set, Condition which) {
    return db.select(CHANGE_AT, CHANGE_SEQ, CHANGE_KIND, AUDIENCE, EXPIRES_AT)
        .from(CHANGE)
        .where(ofChange(set), which, CHANGE_SEQ.le(set.lastSeq()))
        .orderBy(CHANGE_AT, CHANGE_SEQ)
        .fetch(SetRows::change);
  }

  private static SetChange change(Record row) {
    return new SetChange(
        row.get(CHANGE_AT),
        row.get(CHANGE_SEQ),
        SetWrite.Change.valueOf(row.get(CHANGE_KIND).toUpperCase(Locale.ROOT)),
        Audience.fromBytes(row.get(AUDIENCE)),
        Optional.ofNullable(row.get(EXPIRES_AT)));
  }

  private static Condition is(WorkspaceId workspace, SetRef set) {
    return SET_WORKSPACE
        .eq(workspace.value())
        .and(SET_KIND.eq(kind(set.kind())))
        .and(SET_KEY.eq(set.key()));
  }

  private static Condition ofSet(SetRow set) {
    return SET_WORKSPACE.eq(set.workspace().value()).and(SET_ID.eq(set.id()));
  }

  private static Condition ofChange(SetRow set) {
    return CHANGE_WORKSPACE.eq(set.workspace().value()).and(CHANGE_SET.eq(set.id()));
  }
}
