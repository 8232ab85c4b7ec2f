package io.sluice.engine.delivery.gate;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.sluice.engine.audience.AudienceStore;
import io.sluice.engine.audience.AudienceUse;
import io.sluice.engine.audience.AudienceUser;
import io.sluice.engine.delivery.DeliveryRef;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.engine.workspace.Workspaces;
import io.sluice.node.Audience;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The marketing messages that count for the frequency cap: one row per group of people and planned
 * instant, written in the gate's transaction under the lock of the workspace.
 */
@Repository
public class Reservations implements AudienceUser {
  private static final String NAME = "frequency_reservation";
  private static final Table<Record> RESERVATION = table(name(NAME));
  private static final Field<Integer> WORKSPACE = field(name(NAME, "workspace_id"), Integer.class);
  private static final Field<Long> RUN = field(name(NAME, "run_id"), Long.class);
  private static final Field<Long> COHORT = field(name(NAME, "cohort_id"), Long.class);
  private static final Field<String> NODE = field(name(NAME, "node_id"), String.class);
  private static final Field<Integer> NUMBER = field(name(NAME, "number"), Integer.class);
  private static final Field<String> CHANNEL = field(name(NAME, "channel"), String.class);
  private static final Field<Instant> PLANNED =
      field(name(NAME, "planned_at"), SQLDataType.INSTANT(6));
  private static final Field<String> HASH = field(name(NAME, "hash"), String.class);
  private static final Field<String> FREED = field(name(NAME, "freed_hash"), String.class);

  /** Longer than any span of a cap together with any wait for the end of quiet hours. */
  private static final Duration REACH = Duration.ofDays(33);

  private final DSLContext db;
  private final AudienceStore audiences;
  private final Workspaces workspaces;

  Reservations(DSLContext db, AudienceStore audiences, Workspaces workspaces) {
    this.db = db;
    this.audiences = audiences;
    this.workspaces = workspaces;
  }

  /** Keeps others from reserving until the caller's transaction ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void lock(WorkspaceId workspace) {
    workspaces.lock(workspace);
  }

  /** Those that can matter to a message planned about the instant. */
  public List<Reservation> around(WorkspaceId workspace, Instant instant) {
    return db.select(CHANNEL, PLANNED, HASH, FREED)
        .from(RESERVATION)
        .where(
            WORKSPACE.eq(workspace.value()),
            PLANNED.between(instant.minus(REACH), instant.plus(REACH)))
        .orderBy(PLANNED, RUN, COHORT, NODE, NUMBER)
        .fetch(
            row ->
                new Reservation(
                    row.get(CHANNEL),
                    row.get(PLANNED),
                    members(workspace, row.get(HASH)).minus(members(workspace, row.get(FREED)))));
  }

  private Audience members(WorkspaceId workspace, String hash) {
    return hash == null ? Audience.empty() : audiences.get(workspace, hash);
  }

  /** Reserves for the groups of a delivery, in the caller's transaction. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void reserve(DeliveryRef delivery, List<Admission.Group> groups) {
    for (int i = 0; i < groups.size(); i++) {
      Admission.Group group = groups.get(i);
      db.insertInto(RESERVATION)
          .set(WORKSPACE, delivery.workspace().value())
          .set(RUN, delivery.run())
          .set(COHORT, delivery.cohort())
          .set(NODE, delivery.node())
          .set(NUMBER, i)
          .set(CHANNEL, group.channel())
          .set(PLANNED, group.due())
          .set(HASH, audiences.put(delivery.workspace(), group.members()))
          .execute();
    }
  }

  /** Forgets up to so many audiences of an old run and returns the hashes. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Set<String> forget(WorkspaceId workspace, long run, int limit) {
    Condition ofRun = WORKSPACE.eq(workspace.value()).and(RUN.eq(run));
    Set<String> hashes =
        db.selectDistinct(HASH).from(RESERVATION).where(ofRun).limit(inline(limit)).fetchSet(HASH);
    Condition these = ofRun.and(HASH.in(hashes));
    hashes.addAll(
        db.selectDistinct(FREED).from(RESERVATION).where(these, FREED.isNotNull()).fetchSet(FREED));
    db.deleteFrom(RESERVATION).where(these).execute();
    return hashes;
  }

  @Override
  public List<AudienceUse> uses() {
    return List.of(new AudienceUse(NAME, HASH.getName()), new AudienceUse(NAME, FREED.getName()));
  }

  /** Frees people who did not get the message after all, in the caller's transaction. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void free(DeliveryRef delivery, Audience people) {
    if (people.isEmpty()) {
      return;
    }
    db.update(RESERVATION)
        .set(FREED, audiences.put(delivery.workspace(), people))
        .where(
            WORKSPACE.eq(delivery.workspace().value()),
            RUN.eq(delivery.run()),
            COHORT.eq(delivery.cohort()),
            NODE.eq(delivery.node()))
        .execute();
  }
}
