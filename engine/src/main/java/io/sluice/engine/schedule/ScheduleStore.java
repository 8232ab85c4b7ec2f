package io.sluice.engine.schedule;

import static io.sluice.engine.schedule.ScheduleTables.*;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import io.sluice.engine.campaign.CampaignDeleted;
import io.sluice.engine.campaign.NextStarts;
import io.sluice.engine.workspace.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The rows of schedules and their slots. */
@Repository
class ScheduleStore implements NextStarts {
  private static final List<Field<?>> FIELDS =
      List.of(WORKSPACE, CAMPAIGN, START, GRACE, END, STOP_RUNS, CLOSED);

  private final DSLContext db;

  ScheduleStore(DSLContext db) {
    this.db = db;
  }

  Optional<Schedule> find(WorkspaceId workspace, long campaign) {
    return db.select(FIELDS)
        .from(SCHEDULE)
        .where(isSchedule(workspace, campaign))
        .fetchOptional(ScheduleStore::schedule);
  }

  @Override
  public Map<Long, Instant> byCampaign(WorkspaceId workspace) {
    return db.select(CAMPAIGN, START)
        .from(SCHEDULE)
        .where(WORKSPACE.eq(workspace.value()), CLOSED.isNull(), startsLater())
        .fetchMap(CAMPAIGN, START);
  }

  @EventListener
  void forget(CampaignDeleted deleted) {
    delete(deleted.workspace(), deleted.campaign());
    db.deleteFrom(SLOT)
        .where(SLOT_WORKSPACE.eq(deleted.workspace().value()), SLOT_CAMPAIGN.eq(deleted.campaign()))
        .execute();
  }

  /** Those that still have a start or an end before them, of all workspaces. */
  List<Schedule> open() {
    return db.select(FIELDS)
        .from(SCHEDULE)
        .where(CLOSED.isNull().and(END.isNotNull()).or(startsLater()))
        .fetch(ScheduleStore::schedule);
  }

  private static Condition startsLater() {
    return START
        .isNotNull()
        .and(
            notExists(
                selectOne()
                    .from(SLOT)
                    .where(
                        SLOT_WORKSPACE.eq(WORKSPACE),
                        SLOT_CAMPAIGN.eq(CAMPAIGN),
                        SLOT_START.eq(START))));
  }

  @Transactional
  void put(Schedule schedule) {
    delete(schedule.workspace(), schedule.campaign());
    db.insertInto(SCHEDULE)
        .set(WORKSPACE, schedule.workspace().value())
        .set(CAMPAIGN, schedule.campaign())
        .set(START, schedule.start().orElse(null))
        .set(GRACE, schedule.grace().toSeconds())
        .set(END, schedule.end().orElse(null))
        .set(STOP_RUNS, schedule.stopRuns())
        .set(CLOSED, schedule.closedAt().orElse(null))
        .execute();
  }

  boolean delete(WorkspaceId workspace, long campaign) {
    return db.deleteFrom(SCHEDULE).where(isSchedule(workspace, campaign)).execute() > 0;
  }

  /** Notes that the campaign is closed; false if it was, or its end was moved. */
  boolean close(Schedule schedule, Instant now) {
    return db.update(SCHEDULE)
            .set(CLOSED, now)
            .where(
                isSchedule(schedule.workspace(), schedule.campaign()), CLOSED.isNull(), END.le(now))
            .execute()
        > 0;
  }

  /** Notes what became of a slot, unless that was noted before. */
  void settle(Schedule schedule, Slot slot) {
    try {
      db.insertInto(SLOT, SLOT_WORKSPACE, SLOT_CAMPAIGN, SLOT_START, STATE, RUN, REASON, AT)
          .values(
              schedule.workspace().value(),
              schedule.campaign(),
              slot.slot(),
              slot.state().key(),
              slot.run(),
              slot.reason(),
              slot.at())
          .onConflict(SLOT_WORKSPACE, SLOT_CAMPAIGN, SLOT_START)
          .doNothing()
          .execute();
    } catch (DuplicateKeyException settledMeanwhile) {
      // H2 emulates the conflict clause by MERGE, which can lose a race.
    }
  }

  /** What became of the slots of a campaign, the last first. */
  List<Slot> slots(WorkspaceId workspace, long campaign) {
    return db.select(SLOT_START, STATE, RUN, REASON, AT)
        .from(SLOT)
        .where(SLOT_WORKSPACE.eq(workspace.value()), SLOT_CAMPAIGN.eq(campaign))
        .orderBy(SLOT_START.desc())
        .fetch(
            row ->
                new Slot(
                    row.value1(),
                    Slot.State.ofKey(row.value2()),
                    row.value3(),
                    row.value4(),
                    row.value5()));
  }

  private static Condition isSchedule(WorkspaceId workspace, long campaign) {
    return WORKSPACE.eq(workspace.value()).and(CAMPAIGN.eq(campaign));
  }

  private static Schedule schedule(Record row) {
    return new Schedule(
        new WorkspaceId(row.get(WORKSPACE)),
        row.get(CAMPAIGN),
        Optional.ofNullable(row.get(START)),
        Duration.ofSeconds(row.get(GRACE)),
        Optional.ofNullable(row.get(END)),
        row.get(STOP_RUNS),
        Optional.ofNullable(row.get(CLOSED)));
  }
}
