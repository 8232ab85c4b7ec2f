package io.sluice.engine.campaign;

import io.sluice.engine.workspace.WorkspaceId;
import java.time.Instant;
import java.util.Map;

/** Tells how campaigns ran last. */
public interface LastRuns {
  /** The last run of each campaign that ran, by the id of the campaign. */
  Map<Long, LastRun> byCampaign(WorkspaceId workspace);

  /**
   * A run.
   *
   * @param state running, paused, stopped or finished
   * @param endedAt null while it goes on
   */
  record LastRun(long id, String state, Instant startedAt, Instant endedAt) {}
}
