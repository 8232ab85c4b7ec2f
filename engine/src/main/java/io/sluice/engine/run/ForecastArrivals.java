package io.sluice.engine.run;

import io.sluice.engine.workspace.WorkspaceId;
import java.util.Optional;

/** Knows how many people a dry run said would come to a node. */
public interface ForecastArrivals {
  /**
   * How many people come.
   *
   * @param people how many, each as often as they come
   * @param exact whether it is not an upper bound only
   */
  record Expected(int people, boolean exact) {}

  /** The number of a node; empty where there is no such dry run, or it knows no such node. */
  Optional<Expected> at(WorkspaceId workspace, long dryRun, String node);
}
