package io.sluice.engine.schedule;

import io.sluice.engine.workspace.WorkspaceId;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Quartz's alarms for schedules. An alarm only says "look now"; what is due stands in our own
 * tables, so that a lost, late or stale alarm does no harm.
 */
@Component
class Triggers {
  private static final Logger LOG = LoggerFactory.getLogger(Triggers.class);
  private static final JobKey LOOK = JobKey.jobKey("look", "schedule");
  private static final String SEPARATOR = "/";

  private final Scheduler quartz;

  Triggers(Scheduler quartz) {
    this.quartz = quartz;
  }

  /** Sets alarms for the instants of a schedule; those that are set are left alone. */
  void set(Schedule schedule) {
    schedule.start().ifPresent(instant -> set(schedule, instant));
    if (schedule.closedAt().isEmpty()) {
      schedule.end().ifPresent(instant -> set(schedule, instant));
    }
  }

  private void set(Schedule schedule, Instant instant) {
    // The instant is part of the name: a moved schedule has another alarm.
    TriggerKey key =
        TriggerKey.triggerKey(
            schedule.workspace().value() + SEPARATOR + schedule.campaign(), instant.toString());
    Trigger trigger =
        TriggerBuilder.newTrigger()
            .withIdentity(key)
            .forJob(LOOK)
            // Never early, were it by less than a millisecond.
            .startAt(Date.from(instant.plusNanos(999_999)))
            .withSchedule(
                SimpleScheduleBuilder.simpleSchedule().withMisfireHandlingInstructionFireNow())
            .build();
    try {
      if (!quartz.checkExists(key)) {
        quartz.scheduleJob(
            JobBuilder.newJob(Look.class).withIdentity(LOOK).storeDurably().build(),
            Set.of(trigger),
            true);
      }
    } catch (SchedulerException e) {
      // The sweep tries again, and comes to what is due without it.
      LOG.error("The alarm {} could not be set", key, e);
    }
  }

  /** The campaign that an alarm is for. */
  static final class Look implements Job {
    private final Schedules schedules;

    Look(Schedules schedules) {
      this.schedules = schedules;
    }

    @Override
    public void execute(JobExecutionContext context) {
      String[] name = context.getTrigger().getKey().getName().split(SEPARATOR);
      schedules.come(new WorkspaceId(Integer.parseInt(name[0])), Long.parseLong(name[1]));
    }
  }
}
