package io.sluice.engine.segment;

import io.sluice.node.Audience;
import io.sluice.node.Dates;
import io.sluice.node.Rewards;
import io.sluice.node.Rule;
import java.util.Optional;

/**
 * People of whom it is undecided whether something was written about them: either all of it was, or
 * only what surely is. Who meets a rule in both cases surely does.
 *
 * @param most with all that may be written
 * @param least with what surely is
 */
record EitherPeople(RulePeople most, RulePeople least) implements RulePeople {
  @Override
  public Audience all() {
    return most.all();
  }

  @Override
  public Audience list(String key) {
    return most.list(key);
  }

  @Override
  public Audience segment(String key) {
    return most.segment(key).union(least.segment(key));
  }

  @Override
  public Audience matching(Rule rule) {
    return bounds(rule).possibly();
  }

  @Override
  public Bounds bounds(Rule rule) {
    Bounds one = most.bounds(rule);
    Bounds other = least.bounds(rule);
    return new Bounds(
        one.surely().intersect(other.surely()), one.possibly().union(other.possibly()));
  }

  @Override
  public Dates dates() {
    return most.dates();
  }

  @Override
  public Rewards rewards() {
    return most.rewards();
  }

  @Override
  public Optional<Rewards> rewardsAtLeast() {
    return Optional.of(least.rewards());
  }
}
