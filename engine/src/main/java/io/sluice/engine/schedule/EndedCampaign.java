package io.sluice.engine.schedule;

import io.sluice.engine.campaign.Campaign;
import io.sluice.engine.run.Run;
import io.sluice.engine.run.StartCondition;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Starts no run of a campaign after its end, whoever asks for it. */
@Component
class EndedCampaign implements StartCondition {
  private final ScheduleStore schedules;
  private final Clock clock;

  EndedCampaign(ScheduleStore schedules, Clock clock) {
    this.schedules = schedules;
    this.clock = clock;
  }

  @Override
  public void require(Workspace workspace, Campaign campaign, Run run) {
    schedules
        .find(workspace.id(), campaign.id())
        .filter(schedule -> schedule.endedBy(clock.instant()))
        .ifPresent(
            schedule -> {
              throw new Problem(
                  HttpStatus.CONFLICT,
                  "campaign-ended",
                  "Campaign '%s' ended at %s; move the end in its schedule to start it again."
                      .formatted(campaign.key(), schedule.end().orElseThrow()));
            });
  }
}
