package io.sluice.engine.segment;

import io.sluice.node.Dates;
import io.sluice.node.People;
import io.sluice.node.Rewards;
import io.sluice.node.Rule;
import java.util.Optional;

/** People, of whom rules may leave some undecided; who then takes {@link #matching} gets all. */
public interface RulePeople extends People {
  /**
   * Who of {@link #all()} meets the condition at the instant, as far as it can be told.
   *
   * @throws io.sluice.node.NodeFailure if the rule names something that does not exist
   */
  Bounds bounds(Rule rule);

  /** Their dates. */
  Dates dates();

  /** What they have of what can be given to them. */
  Rewards rewards();

  /** The same without what is undecided; empty where that is nothing. */
  default Optional<Rewards> rewardsAtLeast() {
    return Optional.empty();
  }
}
