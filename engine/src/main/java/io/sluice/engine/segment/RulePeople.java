package io.sluice.engine.segment;

import io.sluice.node.Dates;
import io.sluice.node.People;
import io.sluice.node.Rewards;
import io.sluice.node.Rule;
import java.util.List;

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

  /** The same people in each way in which it may turn out what is written about them. */
  default List<? extends RulePeople> cases() {
    return List.of(this);
  }
}
