package io.sluice.engine.alert;

import static io.sluice.engine.alert.AlertTables.*;

import io.sluice.engine.campaign.CampaignDeleted;
import io.sluice.engine.workspace.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;

/** The rows of alerts. */
@Repository
class AlertRows {
  private final DSLContext db;

  AlertRows(DSLContext db) {
    this.db = db;
  }

  /** Notes that a trouble that is known and lasts was seen again; false if there is none such. */
  boolean touch(Trouble trouble, Instant now) {
    return db.update(ALERT)
            .set(SEEN, now)
            .set(MESSAGE, trouble.message())
            .where(is(trouble), ENDED.isNull())
            .execute()
        > 0;
  }

  /** Makes a trouble that was over a new one; false if it is not known. */
  boolean reopen(Trouble trouble, Instant now) {
    return db.update(ALERT)
            .set(SINCE, now)
            .set(SEEN, now)
            .set(MESSAGE, trouble.message())
            .setNull(ENDED)
            .setNull(ACKNOWLEDGED)
            .setNull(TOLD)
            .set(TIMES_TOLD, 0)
            .where(is(trouble), ENDED.isNotNull())
            .execute()
        > 0;
  }

  void insert(Trouble trouble, Instant now) {
    try {
      db.insertInto(ALERT, WORKSPACE, CAUSE, KIND, CAMPAIGN, RUN, NODE, MESSAGE, SINCE, SEEN)
          .values(
              trouble.workspace().value(),
              trouble.cause(),
              trouble.kind().key(),
              trouble.campaign(),
              trouble.run(),
              trouble.node(),
              trouble.message(),
              now,
              now)
          .onConflict(WORKSPACE, CAUSE)
          .doNothing()
          .execute();
    } catch (DuplicateKeyException seenMeanwhile) {
      // H2 emulates the conflict clause by MERGE, which can lose a race.
    }
  }

  void end(WorkspaceId workspace, String cause, Instant now) {
    db.update(ALERT)
        .set(ENDED, now)
        .where(WORKSPACE.eq(workspace.value()), CAUSE.eq(cause), ENDED.isNull())
        .execute();
  }

  /** Ends what nobody has seen since an instant. */
  void endUnseenSince(Instant instant, Instant now) {
    db.update(ALERT).set(ENDED, now).where(ENDED.isNull(), SEEN.lt(instant)).execute();
  }

  @EventListener
  void forget(CampaignDeleted deleted) {
    Condition its = WORKSPACE.eq(deleted.workspace().value()).and(CAMPAIGN.eq(deleted.campaign()));
    db.deleteFrom(NOTICE)
        .where(
            NOTICE_WORKSPACE.eq(deleted.workspace().value()),
            NOTICE_ALERT.in(DSL.select(ID).from(ALERT).where(its)))
        .execute();
    db.deleteFrom(ALERT).where(its).execute();
  }

  /** The alerts of a workspace, the last first; where {@code open}, only those that last. */
  List<Alert> all(WorkspaceId workspace, boolean open, int limit) {
    Condition which = open ? ENDED.isNull() : DSL.noCondition();
    return db.select(ALERT_FIELDS)
        .from(ALERT)
        .where(WORKSPACE.eq(workspace.value()), which)
        .orderBy(SINCE.desc(), ID.desc())
        .limit(limit)
        .fetch(AlertRows::alert);
  }

  Optional<Alert> find(WorkspaceId workspace, long id) {
    return db.select(ALERT_FIELDS)
        .from(ALERT)
        .where(WORKSPACE.eq(workspace.value()), ID.eq(id))
        .fetchOptional(AlertRows::alert);
  }

  void acknowledge(Alert alert, Instant now) {
    db.update(ALERT)
        .set(ACKNOWLEDGED, now)
        .where(WORKSPACE.eq(alert.workspace().value()), ID.eq(alert.id()), ACKNOWLEDGED.isNull())
        .execute();
  }

  /** Those that last, that nobody has taken note of, and that were not told since an instant. */
  List<Alert> untoldSince(Instant instant) {
    return db.select(ALERT_FIELDS)
        .from(ALERT)
        .where(ENDED.isNull(), ACKNOWLEDGED.isNull(), TOLD.isNull().or(TOLD.le(instant)))
        .orderBy(ID)
        .fetch(AlertRows::alert);
  }

  /** Takes the telling of an alert; false if another server did so meanwhile. */
  boolean takeTelling(Alert alert, Instant now) {
    return db.update(ALERT)
            .set(TOLD, now)
            .set(TIMES_TOLD, alert.timesTold() + 1)
            .where(
                WORKSPACE.eq(alert.workspace().value()),
                ID.eq(alert.id()),
                TIMES_TOLD.eq(alert.timesTold()),
                alert.toldAt() == null ? TOLD.isNull() : TOLD.eq(alert.toldAt()))
            .execute()
        > 0;
  }

  private static Condition is(Trouble trouble) {
    return WORKSPACE.eq(trouble.workspace().value()).and(CAUSE.eq(trouble.cause()));
  }

  private static Alert alert(Record row) {
    return new Alert(
        new WorkspaceId(row.get(WORKSPACE)),
        row.get(ID),
        AlertKind.ofKey(row.get(KIND)),
        row.get(CAMPAIGN),
        row.get(RUN),
        row.get(NODE),
        row.get(MESSAGE),
        row.get(SINCE),
        row.get(SEEN),
        row.get(ENDED),
        row.get(ACKNOWLEDGED),
        row.get(TOLD),
        row.get(TIMES_TOLD));
  }
}
