package io.sluice.engine.segment;

import static io.sluice.engine.segment.SetTables.*;

import io.sluice.engine.workspace.WorkspaceId;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps snapshots of long logs, so that a cold read folds about a thousand changes at most. */
@Component
class SetSnapshots {
  /** So many changes since the last snapshot call for another. */
  static final long EVERY = 1024;

  /** The newest changes stay out of it: late news often happened a little earlier than they. */
  static final int KEEP = 128;

  private static final Instant FOREVER = Instant.parse("9999-12-31T00:00:00Z");

  private final DSLContext db;
  private final SetLog log;
  private final SetRows rows;
  private final TransactionTemplate transaction;

  SetSnapshots(DSLContext db, SetLog log, SetRows rows, TransactionTemplate transaction) {
    this.db = db;
    this.log = log;
    this.rows = rows;
    this.transaction = new TransactionTemplate(transaction.getTransactionManager());
    this.transaction.setPropagationBehavior(Propagation.REQUIRES_NEW.value());
  }

  @Scheduled(fixedDelayString = "${sluice.sets.snapshot-delay:PT10S}")
  void takeWhereDue() {
    due().forEach(set -> transaction.executeWithoutResult(status -> take(set, KEEP)));
  }

  private List<SetRow> due() {
    return db.select(SET_WORKSPACE, SET_ID, LAST_SEQ)
        .from(SET)
        .where(LAST_SEQ.minus(SNAPSHOT_SEQ).ge(EVERY))
        .fetch(row -> new SetRow(new WorkspaceId(row.value1()), row.value2(), row.value3()));
  }

  /** Keeps a snapshot of all changes of a set but about the newest {@code keep}. */
  void take(SetRow set, int keep) {
    // Under the lock, so that nobody writes a change that happened before the snapshot meanwhile.
    long lastSeq =
        db.select(LAST_SEQ)
            .from(SET)
            .where(SET_WORKSPACE.eq(set.workspace().value()), SET_ID.eq(set.id()))
            .forUpdate()
            .fetchSingle()
            .value1();
    SetRow locked = new SetRow(set.workspace(), set.id(), lastSeq);
    SetTimeline.Base base = log.load(locked, FOREVER).snapshotWithout(keep);
    if (base != SetTimeline.Base.START) {
      rows.keepSnapshot(locked, base);
    }
  }
}
