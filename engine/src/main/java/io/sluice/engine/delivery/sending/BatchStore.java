package io.sluice.engine.delivery.sending;

import static io.sluice.engine.delivery.sending.DeliveryTables.*;
import static org.jooq.impl.DSL.coalesce;

import io.sluice.engine.audience.AudienceUse;
import io.sluice.engine.audience.AudienceUser;
import io.sluice.engine.delivery.DeliveryRef;
import io.sluice.engine.workspace.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectJoinStep;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.types.DayToSecond;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Repository;

/** The rows of batches. Leases run by the clock of the database. */
@Repository
class BatchStore implements AudienceUser {

  private static final Field<Instant> DATABASE_NOW =
      DSL.field("current_timestamp", SQLDataType.INSTANT(6));

  private final DSLContext db;

  /** A worker renews its lease with every write; one that is silent for longer loses its batch. */
  private final Duration leaseTime;

  BatchStore(DSLContext db, @Value("${sluice.delivery.lease:PT30S}") Duration leaseTime) {
    this.db = db;
    this.leaseTime = leaseTime;
  }

  Instant databaseNow() {
    return db.select(DATABASE_NOW).fetchSingle().value1();
  }

  void insert(Batch batch, int members) {
    db.insertInto(BATCH)
        .set(BATCH_WORKSPACE, batch.delivery().workspace().value())
        .set(BATCH_RUN, batch.delivery().run())
        .set(BATCH_COHORT, batch.delivery().cohort())
        .set(BATCH_NODE, batch.delivery().node())
        .set(NUMBER, batch.number())
        .set(CHANNEL, batch.channel())
        .set(GATEWAY, batch.gateway())
        .set(VARIANT, batch.variant())
        .set(BATCH_STATE, BatchState.READY.key())
        .set(DUE, batch.due())
        .set(MEMBERS, members)
        .set(HASH, batch.hash())
        .execute();
  }

  /**
   * Batches that could go out now, in the order in which they came due.
   *
   * @param busy gateways that take no more at the moment
   */
  List<Batch> ready(Instant now, Set<GatewayName> busy, int limit) {
    return batches()
        .join(DELIVERY)
        .on(
            WORKSPACE.eq(BATCH_WORKSPACE),
            RUN.eq(BATCH_RUN),
            COHORT.eq(BATCH_COHORT),
            NODE.eq(BATCH_NODE))
        .where(
            BATCH_STATE.eq(BatchState.READY.key()),
            DUE.le(now),
            STATE.eq(DeliveryState.OPEN.key()).or(isInDoubtOfStopped()),
            busy.isEmpty()
                ? DSL.noCondition()
                : DSL.row(BATCH_WORKSPACE, GATEWAY)
                    .notIn(busy.stream().map(GatewayName::row).toList()))
        .orderBy(DUE, BATCH_WORKSPACE, BATCH_RUN, BATCH_COHORT, BATCH_NODE, NUMBER)
        .limit(limit)
        .fetch(BatchStore::batch);
  }

  /** What was in flight when its run was stopped has to be listed, though nothing goes out. */
  static Condition isInDoubtOfStopped() {
    return STATE.eq(DeliveryState.STOPPED.key()).and(AUTHORIZED.isNotNull()).and(UP_TO.ge(0));
  }

  /** Takes a ready batch, unless somebody else has it or is about to. */
  Optional<Batch> claim(Batch seen, String owner) {
    boolean free =
        db.select(NUMBER)
            .from(BATCH)
            .where(is(seen), BATCH_STATE.eq(BatchState.READY.key()), ATTEMPT.eq(seen.attempt()))
            .forUpdate()
            .skipLocked()
            .fetchOptional()
            .isPresent();
    if (!free) {
      return Optional.empty();
    }
    db.update(BATCH)
        .set(BATCH_STATE, BatchState.CLAIMED.key())
        .set(OWNER, owner)
        .set(ATTEMPT, seen.attempt() + 1)
        .set(LEASE, databaseNow().plus(leaseTime))
        .where(is(seen))
        .execute();
    return Optional.of(seen.claimedOnceMore());
  }

  /**
   * Notes that members up to the given one may be going out from now on, and renews the lease.
   *
   * @return false if the batch is no longer this owner's or its delivery is not open: then nothing
   *     may go out
   */
  boolean authorize(Batch batch, String owner, int upTo) {
    return db.update(BATCH)
            .set(BATCH_STATE, BatchState.SENDING.key())
            .set(UP_TO, upTo)
            // Of those in doubt, the first time counts.
            .set(AUTHORIZED, coalesce(AUTHORIZED, DATABASE_NOW))
            .set(LEASE, DATABASE_NOW.plus(DSL.val(DayToSecond.valueOf(leaseTime))))
            .where(is(batch), isOwnedBy(batch, owner))
            .andExists(
                db.selectOne()
                    .from(DELIVERY)
                    .where(
                        WORKSPACE.eq(batch.delivery().workspace().value()),
                        RUN.eq(batch.delivery().run()),
                        COHORT.eq(batch.delivery().cohort()),
                        NODE.eq(batch.delivery().node()),
                        STATE.eq(DeliveryState.OPEN.key())))
            .execute()
        == 1;
  }

  /** Whether the batch is still this owner's; if so it stays so until the transaction ends. */
  boolean keep(Batch batch, String owner) {
    return db.select(NUMBER)
        .from(BATCH)
        .where(is(batch), isOwnedBy(batch, owner))
        .forUpdate()
        .fetchOptional()
        .isPresent();
  }

  /** Everybody has an outcome. */
  void settle(Batch batch, String owner) {
    db.update(BATCH)
        .set(BATCH_STATE, BatchState.SETTLED.key())
        .set(UP_TO, Integer.MAX_VALUE)
        .setNull(TROUBLE)
        .setNull(OWNER)
        .setNull(LEASE)
        .where(is(batch), isOwnedBy(batch, owner))
        .execute();
  }

  /**
   * Gives the batch back; members above {@code upTo} have certainly not gone out.
   *
   * @param inDoubt whether some of the others may have gone out and have no outcome
   * @param trouble why it did not go out, where that was not the will of somebody
   */
  boolean giveBack(
      Batch batch,
      String owner,
      Instant due,
      int upTo,
      boolean inDoubt,
      Optional<BatchTrouble> trouble) {
    if (trouble.isPresent()) {
      note(batch, owner, trouble.get());
    } else {
      forgetTrouble(batch, owner);
    }
    return db.update(BATCH)
            .set(BATCH_STATE, BatchState.READY.key())
            .set(DUE, due)
            .set(UP_TO, upTo)
            .set(AUTHORIZED, inDoubt ? AUTHORIZED : DSL.castNull(SQLDataType.INSTANT(6)))
            .setNull(OWNER)
            .setNull(LEASE)
            .where(is(batch), isOwnedBy(batch, owner))
            .execute()
        == 1;
  }

  private void note(Batch batch, String owner, BatchTrouble trouble) {
    Condition same = TROUBLE.eq(trouble.kind().key());
    db.update(BATCH)
        .set(TROUBLES, DSL.when(same, TROUBLES.plus(1)).otherwise(1))
        .set(TROUBLE_SINCE, DSL.when(same, TROUBLE_SINCE).otherwise(DATABASE_NOW))
        .set(TROUBLE, trouble.kind().key())
        .set(TROUBLE_TEXT, trouble.text())
        .where(is(batch), isOwnedBy(batch, owner))
        .execute();
  }

  /** Messages go out again. */
  void forgetTrouble(Batch batch, String owner) {
    db.update(BATCH)
        .setNull(TROUBLE)
        .where(is(batch), isOwnedBy(batch, owner), TROUBLE.isNotNull())
        .execute();
  }

  /** The servers that have batches. */
  List<String> owners() {
    return db.selectDistinct(OWNER).from(BATCH).where(OWNER.isNotNull()).fetch(OWNER);
  }

  /** Batches whose owner is dead, or has been silent for longer than the lease. */
  List<Batch> abandoned(List<String> dead) {
    return batches().where(isAbandoned(dead)).fetch(BatchStore::batch);
  }

  /**
   * Makes an abandoned batch ready for the next attempt, unless its owner came back. Who was in
   * flight is told by {@code upTo}, which stays.
   */
  void free(Batch batch, List<String> dead) {
    db.update(BATCH)
        .set(BATCH_STATE, BatchState.READY.key())
        .setNull(OWNER)
        .setNull(LEASE)
        .where(is(batch), ATTEMPT.eq(batch.attempt()), isAbandoned(dead))
        .execute();
  }

  private static Condition isAbandoned(List<String> dead) {
    return BATCH_STATE
        .in(BatchState.CLAIMED.key(), BatchState.SENDING.key())
        .and(LEASE.lt(DATABASE_NOW).or(OWNER.in(dead)));
  }

  int count(DeliveryRef delivery) {
    return db.fetchCount(BATCH, isOf(delivery));
  }

  List<Batch> of(DeliveryRef delivery) {
    return batches().where(isOf(delivery)).orderBy(NUMBER).fetch(BatchStore::batch);
  }

  Set<String> gateways(DeliveryRef delivery) {
    return db.selectDistinct(GATEWAY).from(BATCH).where(isOf(delivery)).fetchSet(GATEWAY);
  }

  Set<String> forget(WorkspaceId workspace, long run, int limit) {
    Condition ofRun = BATCH_WORKSPACE.eq(workspace.value()).and(BATCH_RUN.eq(run));
    Set<String> hashes =
        db.selectDistinct(HASH).from(BATCH).where(ofRun).limit(DSL.inline(limit)).fetchSet(HASH);
    db.deleteFrom(BATCH).where(ofRun, HASH.in(hashes)).execute();
    return hashes;
  }

  @Override
  public List<AudienceUse> uses() {
    return List.of(new AudienceUse("delivery_batch", "hash"));
  }

  private SelectJoinStep<?> batches() {
    return db.select(
            BATCH_WORKSPACE,
            BATCH_RUN,
            BATCH_COHORT,
            BATCH_NODE,
            NUMBER,
            CHANNEL,
            GATEWAY,
            VARIANT,
            DUE,
            HASH,
            UP_TO,
            AUTHORIZED,
            ATTEMPT)
        .from(BATCH);
  }

  private static Batch batch(Record row) {
    return new Batch(
        new DeliveryRef(
            new WorkspaceId(row.get(BATCH_WORKSPACE)),
            row.get(BATCH_RUN),
            row.get(BATCH_COHORT),
            row.get(BATCH_NODE)),
        row.get(NUMBER),
        row.get(CHANNEL),
        row.get(GATEWAY),
        row.get(VARIANT),
        row.get(DUE),
        row.get(HASH),
        row.get(UP_TO),
        row.get(AUTHORIZED),
        row.get(ATTEMPT));
  }

  private static Condition isOwnedBy(Batch batch, String owner) {
    return OWNER.eq(owner).and(ATTEMPT.eq(batch.attempt()));
  }

  private static Condition is(Batch batch) {
    return isOf(batch.delivery()).and(NUMBER.eq(batch.number()));
  }

  private static Condition isOf(DeliveryRef ref) {
    return BATCH_WORKSPACE
        .eq(ref.workspace().value())
        .and(BATCH_RUN.eq(ref.run()))
        .and(BATCH_COHORT.eq(ref.cohort()))
        .and(BATCH_NODE.eq(ref.node()));
  }
}
