package io.sluice.engine.segment;

import io.sluice.node.Audience;
import io.sluice.node.Dates;
import io.sluice.node.Rewards;
import io.sluice.node.Rule;
import java.util.List;
import java.util.function.Function;

/**
 * People of whom it is undecided what is written about them. Who meets a rule in every case surely
 * does; all else is as in the first case.
 *
 * @param cases the first with all that may be written
 */
record EitherPeople(List<Population> cases) implements RulePeople {
  private Population most() {
    return cases.get(0);
  }

  private Audience any(Function<Population, Audience> people) {
    return Audience.unionOf(cases.stream().map(people).toList());
  }

  @Override
  public Audience all() {
    return most().all();
  }

  @Override
  public Audience list(String key) {
    return most().list(key);
  }

  @Override
  public Audience segment(String key) {
    return any(people -> people.segment(key));
  }

  @Override
  public Audience matching(Rule rule) {
    return bounds(rule).possibly();
  }

  @Override
  public Bounds bounds(Rule rule) {
    List<Bounds> bounds = cases.stream().map(people -> people.bounds(rule)).toList();
    return new Bounds(
        Audience.intersectionOf(bounds.stream().map(Bounds::surely).toList()),
        Audience.unionOf(bounds.stream().map(Bounds::possibly).toList()));
  }

  @Override
  public Dates dates() {
    return most().dates();
  }

  @Override
  public Rewards rewards() {
    return most().rewards();
  }
}
