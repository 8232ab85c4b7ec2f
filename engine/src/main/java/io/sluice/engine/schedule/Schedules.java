package io.sluice.engine.schedule;

import io.sluice.engine.campaign.Campaign;
import io.sluice.engine.campaign.Campaigns;
import io.sluice.engine.campaign.CanvasRefused;
import io.sluice.engine.run.Run;
import io.sluice.engine.run.RunStarter;
import io.sluice.engine.run.Runs;
import io.sluice.engine.run.StartOptions;
import io.sluice.engine.schedule.Slot.State;
import io.sluice.engine.server.Installation;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.engine.workspace.Workspaces;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Does what is due: starts and closes campaigns. It may be called by anybody, at any time and by
 * several at once: what is not due is left alone, and what is done is done once.
 */
@Component
class Schedules {
  private static final Logger LOG = LoggerFactory.getLogger(Schedules.class);
  private static final int REASON_LENGTH = 1_000;

  private final ScheduleStore store;
  private final Campaigns campaigns;
  private final Workspaces workspaces;
  private final RunStarter starter;
  private final Runs runs;
  private final Installation installation;
  private final Clock clock;

  Schedules(
      ScheduleStore store,
      Campaigns campaigns,
      Workspaces workspaces,
      RunStarter starter,
      Runs runs,
      Installation installation,
      Clock clock) {
    this.store = store;
    this.campaigns = campaigns;
    this.workspaces = workspaces;
    this.starter = starter;
    this.runs = runs;
    this.installation = installation;
    this.clock = clock;
  }

  /** Does what is due of a campaign's schedule, if it still has one. */
  void come(WorkspaceId workspace, long campaign) {
    // On a copy of a database it may have been done already, by the servers of the original.
    if (installation.hold().isPresent()) {
      return;
    }
    store
        .find(workspace, campaign)
        .ifPresent(
            schedule -> {
              start(schedule);
              close(schedule);
            });
  }

  private void start(Schedule schedule) {
    Instant now = clock.instant();
    Optional<Instant> due = schedule.start().filter(slot -> !slot.isAfter(now));
    if (due.isEmpty() || isSettled(schedule, due.get())) {
      return;
    }
    Instant slot = due.get();
    if (slot.plus(schedule.grace()).isBefore(now)) {
      store.settle(
          schedule,
          new Slot(
              slot,
              State.MISSED,
              null,
              "It was not started within the grace of %s, as no server ran or none could; start the campaign or give it a new instant."
                  .formatted(schedule.grace()),
              now));
      return;
    }
    Workspace workspace = workspaces.get(schedule.workspace());
    Campaign campaign = campaigns.get(schedule.workspace(), schedule.campaign());
    try {
      Run run = starter.start(workspace, campaign.key(), options(slot));
      store.settle(schedule, new Slot(slot, State.STARTED, run.id(), null, now));
    } catch (Problem | CanvasRefused refused) {
      LOG.warn("Campaign {} did not start: {}", campaign.key(), refused.getMessage());
      store.settle(schedule, new Slot(slot, State.REFUSED, null, reason(refused), now));
    }
  }

  private boolean isSettled(Schedule schedule, Instant slot) {
    return store.slots(schedule.workspace(), schedule.campaign()).stream()
        .anyMatch(settled -> settled.slot().equals(slot));
  }

  /** A second start of the same slot is the same run. */
  private static StartOptions options(Instant slot) {
    return new StartOptions(
        Optional.empty(),
        Optional.empty(),
        Optional.of("schedule/" + DateTimeFormatter.ISO_INSTANT.format(slot)));
  }

  private static String reason(RuntimeException problem) {
    String message = String.valueOf(problem.getMessage());
    return message.substring(0, Math.min(message.length(), REASON_LENGTH));
  }

  private void close(Schedule schedule) {
    Instant now = clock.instant();
    if (schedule.closedAt().isPresent() || !schedule.endedBy(now)) {
      return;
    }
    // Runs first: should the server die in between, the next one comes to it again.
    if (schedule.stopRuns()) {
      Workspace workspace = workspaces.get(schedule.workspace());
      runs.open(schedule.workspace(), schedule.campaign())
          .forEach(run -> runs.stop(workspace, run.id()));
    }
    store.close(schedule, now);
  }
}
