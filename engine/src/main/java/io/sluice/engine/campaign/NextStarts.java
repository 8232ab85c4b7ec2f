package io.sluice.engine.campaign;

import io.sluice.engine.workspace.WorkspaceId;
import java.time.Instant;
import java.util.Map;

/** Tells when campaigns start next. */
public interface NextStarts {
  /** The instant of each campaign that is scheduled and did not start yet, by its id. */
  Map<Long, Instant> byCampaign(WorkspaceId workspace);
}
