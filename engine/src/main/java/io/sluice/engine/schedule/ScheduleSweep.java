package io.sluice.engine.schedule;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sets missing alarms, and comes to what is due where an alarm was lost. */
@Component
class ScheduleSweep {
  private static final Logger LOG = LoggerFactory.getLogger(ScheduleSweep.class);

  private final ScheduleStore store;
  private final Schedules schedules;
  private final Triggers triggers;

  ScheduleSweep(ScheduleStore store, Schedules schedules, Triggers triggers) {
    this.store = store;
    this.schedules = schedules;
    this.triggers = triggers;
  }

  @EventListener(ApplicationReadyEvent.class)
  void atStart() {
    sweep();
  }

  @Scheduled(
      initialDelayString = "${sluice.schedule.sweep:PT30S}",
      fixedDelayString = "${sluice.schedule.sweep:PT30S}")
  void sweep() {
    for (Schedule schedule : store.open()) {
      try {
        schedules.come(schedule.workspace(), schedule.campaign());
        triggers.set(schedule);
      } catch (RuntimeException e) {
        // One campaign that cannot be started must not hold up the others.
        LOG.error("The schedule of campaign {} could not be kept", schedule.campaign(), e);
      }
    }
  }
}
