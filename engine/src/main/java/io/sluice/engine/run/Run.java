package io.sluice.engine.run;

import io.sluice.engine.step.Seeds;
import io.sluice.engine.workspace.WorkspaceId;
import java.time.Instant;

/**
 * One execution of a version of a campaign.
 *
 * @param instant when its people enter, and as of when its first conditions are read
 */
public record Run(
    WorkspaceId workspace,
    long id,
    long campaign,
    int version,
    RunState state,
    Instant instant,
    Seeds seeds,
    Instant startedAt,
    Instant endedAt) {
  /** Whether the run plays in the past. */
  public boolean isDatedBack() {
    return instant.isBefore(startedAt);
  }

  /** Whether an instant of the run was over when it started. */
  public boolean isPast(Instant at) {
    return isDatedBack() && at.isBefore(startedAt);
  }
}
