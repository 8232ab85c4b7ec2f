package io.sluice.engine.run;

import io.sluice.engine.campaign.Campaign;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;

/** Something that must hold for a run to start. All of them are asked, in no particular order. */
public interface StartCondition {
  /**
   * Asks, in the transaction in which the run starts. What it writes is gone where another
   * condition refuses.
   *
   * @throws Problem 409 that says what keeps the run from starting and how to mend it
   */
  void require(Workspace workspace, Campaign campaign, Run run);
}
