package io.sluice.engine.run;

import io.sluice.engine.campaign.Campaign;
import io.sluice.engine.money.Need;
import io.sluice.engine.workspace.Workspace;
import java.util.List;
import java.util.Optional;

/** Knows what a run of the newest version is going to need, where somebody has worked it out. */
public interface StartForecast {
  /** The needs of the newest version's message nodes; empty where nobody knows. Must be quick. */
  Optional<List<Need>> needs(Workspace workspace, Campaign campaign);
}
