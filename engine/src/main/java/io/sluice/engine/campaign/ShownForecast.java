package io.sluice.engine.campaign;

import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;

/** Knows whether a dry run can be shown to an approver. */
public interface ShownForecast {
  /**
   * Makes sure of it.
   *
   * @throws Problem 409 if the dry run is not a finished one of the campaign's newest version, or
   *     what that names was changed since
   */
  void require(Workspace workspace, Campaign campaign, long dryRun);
}
