package io.sluice.engine.alert;

import io.sluice.engine.workspace.WorkspaceId;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Remembers troubles: one alert for each cause, open while it is seen. */
@Component
class Alerts {
  private final AlertRows rows;
  private final Clock clock;

  Alerts(AlertRows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  /** Notes that a trouble is there. */
  void see(Trouble trouble) {
    Instant now = clock.instant();
    if (!rows.touch(trouble, now) && !rows.reopen(trouble, now)) {
      rows.insert(trouble, now);
    }
  }

  /** Notes that a trouble is over. */
  void end(WorkspaceId workspace, String cause) {
    rows.end(workspace, cause, clock.instant());
  }
}
