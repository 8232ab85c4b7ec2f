package io.sluice.engine.schedule;

import io.sluice.engine.workspace.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a campaign starts, and when it ends.
 *
 * @param start when a run starts; empty where somebody starts it
 * @param grace how late a start may be; what is later is missed
 * @param end from when on no run starts any more; empty for never
 * @param stopRuns whether runs that are open at the end are stopped
 * @param closedAt when the campaign was closed; empty while it is open
 */
record Schedule(
    WorkspaceId workspace,
    long campaign,
    Optional<Instant> start,
    Duration grace,
    Optional<Instant> end,
    boolean stopRuns,
    Optional<Instant> closedAt) {
  boolean endedBy(Instant instant) {
    return end.isPresent() && !instant.isBefore(end.get());
  }
}
