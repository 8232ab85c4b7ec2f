package io.sluice.engine.alert;

import static io.sluice.engine.alert.AlertTables.*;

import io.sluice.engine.workspace.WorkspaceId;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;

/** The rows of notices. */
@Repository
class NoticeRows {
  static final String DUE = "due";
  static final String SENDING = "sending";
  static final String UNKNOWN = "unknown";

  private final DSLContext db;

  NoticeRows(DSLContext db) {
    this.db = db;
  }

  void insert(Alert alert, Contact contact, Instant now) {
    db.insertInto(
            NOTICE,
            NOTICE_WORKSPACE,
            NOTICE_ALERT,
            NOTICE_KIND,
            NOTICE_ADDRESS,
            NOTICE_ROBOT,
            STATE,
            NEXT_TRY)
        .values(
            alert.workspace().value(),
            alert.id(),
            contact.kind().key(),
            contact.address(),
            contact.robot() == null ? null : contact.robot().key(),
            DUE,
            now)
        .execute();
  }

  List<Notice> due(Instant now) {
    return db.select(
            NOTICE_WORKSPACE,
            NOTICE_ID,
            NOTICE_ALERT,
            NOTICE_KIND,
            NOTICE_ADDRESS,
            NOTICE_ROBOT,
            TRIES)
        .from(NOTICE)
        .where(STATE.eq(DUE), NEXT_TRY.le(now))
        .orderBy(NOTICE_ID)
        .fetch(NoticeRows::notice);
  }

  /** Gives up those whose server died while it sent them: they may have arrived. */
  void giveUpTakenBefore(Instant instant) {
    db.update(NOTICE)
        .set(STATE, UNKNOWN)
        .set(REASON, "server-died")
        .where(STATE.eq(SENDING), NEXT_TRY.lt(instant))
        .execute();
  }

  /** Takes a notice to send it; false if another server did. */
  boolean take(Notice notice, Instant now) {
    return db.update(NOTICE)
            .set(STATE, SENDING)
            .set(NEXT_TRY, now)
            .set(TRIES, notice.tries() + 1)
            .where(is(notice), STATE.eq(DUE), TRIES.eq(notice.tries()))
            .execute()
        > 0;
  }

  void settle(Notice notice, String state, String reason) {
    db.update(NOTICE).set(STATE, state).set(REASON, reason).where(is(notice)).execute();
  }

  void again(Notice notice, String reason, Instant at) {
    db.update(NOTICE)
        .set(STATE, DUE)
        .set(REASON, reason)
        .set(NEXT_TRY, at)
        .where(is(notice))
        .execute();
  }

  /** What became of the notices of an alert. */
  List<Told> of(Alert alert) {
    return db.select(NOTICE_KIND, NOTICE_ADDRESS, STATE, REASON)
        .from(NOTICE)
        .where(NOTICE_WORKSPACE.eq(alert.workspace().value()), NOTICE_ALERT.eq(alert.id()))
        .orderBy(NOTICE_ID)
        .fetch(row -> new Told(row.value1(), row.value2(), row.value3(), row.value4()));
  }

  /** Who was told, and whether it arrived. */
  record Told(String kind, String address, String state, String reason) {}

  private static Condition is(Notice notice) {
    return NOTICE_WORKSPACE.eq(notice.workspace().value()).and(NOTICE_ID.eq(notice.id()));
  }

  private static Notice notice(Record row) {
    String robot = row.get(NOTICE_ROBOT);
    return new Notice(
        new WorkspaceId(row.get(NOTICE_WORKSPACE)),
        row.get(NOTICE_ID),
        row.get(NOTICE_ALERT),
        new Contact(
            Contact.Kind.ofKey(row.get(NOTICE_KIND)),
            row.get(NOTICE_ADDRESS),
            robot == null ? null : Contact.Robot.ofKey(robot),
            null),
        row.get(TRIES));
  }
}
