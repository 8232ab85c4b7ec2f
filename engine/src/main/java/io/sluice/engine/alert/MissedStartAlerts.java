package io.sluice.engine.alert;

import io.sluice.engine.schedule.MissedStarts;
import io.sluice.engine.schedule.MissedStarts.MissedStart;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Scheduled starts that did not happen in the last day. */
@Component
class MissedStartAlerts implements TroubleSource {
  private static final Duration NEWS = Duration.ofDays(1);

  private final MissedStarts starts;
  private final Clock clock;

  MissedStartAlerts(MissedStarts starts, Clock clock) {
    this.starts = starts;
    this.clock = clock;
  }

  @Override
  public List<Trouble> troubles() {
    return starts.since(clock.instant().minus(NEWS)).stream()
        .map(MissedStartAlerts::missed)
        .toList();
  }

  private static Trouble missed(MissedStart missed) {
    return Trouble.ofCampaign(
        AlertKind.START_MISSED,
        missed.workspace(),
        "start/%d/%s".formatted(missed.campaign(), missed.slot()),
        missed.campaign(),
        "The start of %s did not happen: %s".formatted(missed.slot(), missed.reason()));
  }
}
