package io.sluice.engine.schedule;

import io.sluice.engine.campaign.ApprovalPolicy;
import io.sluice.engine.campaign.Campaign;
import io.sluice.engine.campaign.Campaigns;
import io.sluice.engine.web.InputInstant;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/workspaces/{workspace}/campaigns/{campaign}/schedule")
class ScheduleController {
  private static final Duration GRACE = Duration.ofHours(1);
  private static final Duration LONGEST_GRACE = Duration.ofDays(7);

  private final Campaigns campaigns;
  private final ScheduleStore store;
  private final Triggers triggers;
  private final ApprovalPolicy policy;
  private final Clock clock;

  ScheduleController(
      Campaigns campaigns,
      ScheduleStore store,
      Triggers triggers,
      ApprovalPolicy policy,
      Clock clock) {
    this.campaigns = campaigns;
    this.store = store;
    this.triggers = triggers;
    this.policy = policy;
    this.clock = clock;
  }

  @Operation(summary = "When a campaign starts and ends, and what became of earlier starts")
  @GetMapping
  ScheduleView get(@PathVariable Workspace workspace, @PathVariable String campaign) {
    Campaign found = campaigns.require(workspace, campaign);
    return store
        .find(workspace.id(), found.id())
        .map(schedule -> view(workspace, found, schedule))
        .orElseThrow(() -> unknown(campaign));
  }

  @Operation(
      summary = "Schedules the start of a campaign, and its end",
      description =
          "At the instant the newest version is started. What comes up later than the grace"
              + " (PT1H by default), because no server ran, is missed and not started. From the"
              + " end on no run starts; with stopRuns the open runs are stopped then.")
  @PutMapping
  ScheduleView put(
      @PathVariable Workspace workspace,
      @PathVariable String campaign,
      @RequestBody ScheduleRequest body) {
    Campaign found = campaigns.requireNotCancelled(workspace, campaign);
    long id = found.id();
    Optional<Instant> known = store.find(workspace.id(), id).flatMap(Schedule::start);
    Schedule schedule =
        new Schedule(
            workspace.id(),
            id,
            start(body.at(), known),
            grace(body.grace()),
            end(body.end(), body.at()),
            Boolean.TRUE.equals(body.stopRuns()),
            Optional.empty());
    if (schedule.start().isEmpty() && schedule.end().isEmpty()) {
      throw Problem.badField(
          "no-instant", "/at", "Give 'at', when the campaign starts, or 'end', or both.");
    }
    store.put(schedule);
    triggers.set(schedule);
    return view(workspace, found, schedule);
  }

  @Operation(summary = "Takes the schedule away; runs that go on are not touched")
  @DeleteMapping
  ResponseEntity<Void> delete(@PathVariable Workspace workspace, @PathVariable String campaign) {
    if (!store.delete(workspace.id(), campaigns.require(workspace, campaign).id())) {
      throw unknown(campaign);
    }
    return ResponseEntity.noContent().build();
  }

  private Optional<Instant> start(Instant at, Optional<Instant> known) {
    Optional<Instant> start =
        Optional.ofNullable(at)
            .map(instant -> InputInstant.within("/at", instant).truncatedTo(ChronoUnit.MICROS));
    if (start.isPresent() && !start.equals(known) && !start.get().isAfter(clock.instant())) {
      throw Problem.badField(
          "instant-past", "/at", "'at' lies in the past; give an instant to come, or start now.");
    }
    return start;
  }

  private Optional<Instant> end(Instant end, Instant at) {
    Optional<Instant> wanted =
        Optional.ofNullable(end)
            .map(instant -> InputInstant.within("/end", instant).truncatedTo(ChronoUnit.MICROS));
    if (wanted.isPresent() && at != null && !wanted.get().isAfter(at)) {
      throw Problem.badField("bad-end", "/end", "'end' must come after 'at'.");
    }
    return wanted;
  }

  private static Duration grace(Duration grace) {
    if (grace == null) {
      return GRACE;
    }
    if (grace.isNegative() || grace.compareTo(LONGEST_GRACE) > 0 || grace.getNano() != 0) {
      throw Problem.badField(
          "bad-grace", "/grace", "'grace' must be whole seconds, from PT0S to P7D.");
    }
    return grace;
  }

  /**
   * What keeps the campaign from starting as it stands now: it is told before the instant comes.
   */
  private List<Warning> warnings(Workspace workspace, Campaign campaign) {
    try {
      policy.requireStartable(workspace, campaign);
      return List.of();
    } catch (Problem refused) {
      return List.of(new Warning(refused.code(), refused.getMessage()));
    }
  }

  private ScheduleView view(Workspace workspace, Campaign campaign, Schedule schedule) {
    List<Slot> slots = store.slots(schedule.workspace(), schedule.campaign());
    boolean settled =
        schedule.start().isPresent()
            && slots.stream().anyMatch(slot -> slot.slot().equals(schedule.start().get()));
    boolean waiting = schedule.start().isPresent() && !settled;
    return new ScheduleView(
        schedule.start().orElse(null),
        waiting,
        schedule.grace(),
        schedule.end().orElse(null),
        schedule.stopRuns(),
        schedule.closedAt().orElse(null),
        slots,
        waiting ? warnings(workspace, campaign) : List.of());
  }

  private static Problem unknown(String campaign) {
    return Problem.unknown(
        "no-schedule", "Campaign '%s' has no schedule; PUT one.".formatted(campaign));
  }

  record ScheduleRequest(Instant at, Duration grace, Instant end, Boolean stopRuns) {}

  /**
   * A schedule.
   *
   * @param waiting whether the start is still to come
   * @param starts what became of scheduled starts, the last first
   * @param warnings why the campaign would not start as it stands now
   */
  record ScheduleView(
      Instant at,
      boolean waiting,
      Duration grace,
      Instant end,
      boolean stopRuns,
      Instant closedAt,
      List<Slot> starts,
      List<Warning> warnings) {}

  /** Why a campaign would not start. */
  record Warning(String code, String message) {}
}
