package io.sluice.node.testkit;

import io.sluice.node.Audience;
import io.sluice.node.NodeFailure;
import io.sluice.node.People;
import io.sluice.node.Rule;
import io.sluice.node.SetRef;
import java.util.HashMap;
import java.util.Map;

/** Members, segments and answers to rules as a test states them. Members are 0 to 999 at first. */
final class FakePeople implements People {
  private final Map<String, Audience> segments = new HashMap<>();
  private final Map<String, Audience> lists = new HashMap<>();
  private final Map<Rule, Audience> answers = new HashMap<>();
  private Audience all = Audience.range(0, 1000);

  /** From now on these are all members. */
  FakePeople members(Audience members) {
    all = members;
    return this;
  }

  /** From now on there is a segment of this key with these members. */
  FakePeople segment(String key, Audience members) {
    segments.put(key, members);
    return this;
  }

  /** From now on there is an imported list of this key with these people. */
  FakePeople list(String key, Audience people) {
    lists.put(key, people);
    return this;
  }

  /** From now on these members meet the rule. */
  FakePeople rule(Rule rule, Audience members) {
    answers.put(rule, members);
    return this;
  }

  /** Whether there is that segment or imported list. */
  boolean has(SetRef set) {
    return (set.kind() == SetRef.Kind.LIST ? lists : segments).containsKey(set.key());
  }

  @Override
  public Audience list(String key) {
    if (!lists.containsKey(key)) {
      throw new NodeFailure("There is no list '" + key + "'");
    }
    return lists.get(key);
  }

  @Override
  public Audience all() {
    return all;
  }

  @Override
  public Audience matching(Rule rule) {
    if (!answers.containsKey(rule)) {
      throw new NodeFailure("The test states nobody for the rule " + rule.json());
    }
    return answers.get(rule).intersect(all);
  }

  @Override
  public Audience segment(String key) {
    if (!segments.containsKey(key)) {
      throw new NodeFailure("There is no segment '" + key + "'");
    }
    return segments.get(key).intersect(all);
  }
}
