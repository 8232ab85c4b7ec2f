package io.sluice.engine.step;

import io.sluice.engine.segment.Bounds;
import io.sluice.engine.segment.RulePeople;
import io.sluice.node.Audience;
import io.sluice.node.People;
import io.sluice.node.Rule;
import java.util.Set;

/** People as they would be if of some rules everybody met them who may, and of others nobody. */
final class Guess implements People {
  private final RulePeople people;
  private final Set<Rule> generous;
  private final Set<Rule> undecided;

  /**
   * A guess.
   *
   * @param generous the rules that everybody meets who may
   * @param undecided takes the rules that leave somebody undecided
   */
  Guess(RulePeople people, Set<Rule> generous, Set<Rule> undecided) {
    this.people = people;
    this.generous = generous;
    this.undecided = undecided;
  }

  @Override
  public Audience all() {
    return people.all();
  }

  @Override
  public Audience list(String key) {
    return people.list(key);
  }

  @Override
  public Audience segment(String key) {
    return people.segment(key);
  }

  @Override
  public Audience matching(Rule rule) {
    Bounds bounds = people.bounds(rule);
    if (!bounds.isExact()) {
      undecided.add(rule);
    }
    return generous.contains(rule) ? bounds.possibly() : bounds.surely();
  }
}
