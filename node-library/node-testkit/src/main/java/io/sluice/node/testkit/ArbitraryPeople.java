package io.sluice.node.testkit;

import io.sluice.node.Audience;
import io.sluice.node.People;
import io.sluice.node.Rule;
import io.sluice.node.SeededOrder;
import io.sluice.node.SetRef;
import java.util.HashSet;
import java.util.Set;

/** Answers any rule and any segment with an arbitrary half of the members, always the same. */
final class ArbitraryPeople implements People {
  private final Audience all;
  private final Set<SetRef> setsRead = new HashSet<>();

  ArbitraryPeople(Audience all) {
    this.all = all;
  }

  Set<SetRef> setsRead() {
    return setsRead;
  }

  @Override
  public Audience all() {
    return all;
  }

  @Override
  public Audience matching(Rule rule) {
    return half(rule.json());
  }

  @Override
  public Audience segment(String key) {
    setsRead.add(SetRef.segment(key));
    return half(key);
  }

  @Override
  public Audience list(String key) {
    setsRead.add(SetRef.list(key));
    return half(key);
  }

  private Audience half(String salt) {
    return SeededOrder.of(0, salt).slices(all, 0, all.size() / 2).get(0);
  }
}
