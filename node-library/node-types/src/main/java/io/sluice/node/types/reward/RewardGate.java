package io.sluice.node.types.reward;

import io.sluice.node.Audience;
import io.sluice.node.FactRef;
import io.sluice.node.NodeContext;
import io.sluice.node.Outcome;
import io.sluice.node.SetRef;
import io.sluice.node.SetWrite;
import io.sluice.node.Write;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds back who gets no benefits, and who got a reward of the same group before. */
final class RewardGate {
  private final String group;
  private final Map<String, Audience> suppressed = new LinkedHashMap<>();
  private final Map<String, Audience> failed = new LinkedHashMap<>();
  private Audience left;

  private RewardGate(Audience people, String group) {
    this.group = group;
    this.left = people;
  }

  /** What the gate reads, besides the group that its node writes. */
  static Set<SetRef> reads() {
    return Set.of(SetRef.BENEFIT_BLACKLIST);
  }

  /** Lets everybody in. */
  static RewardGate open(Audience people) {
    return new RewardGate(people, null);
  }

  /**
   * Lets in whoever may get a reward.
   *
   * @param group the key of the group of which each person gets at most one reward; null for none
   */
  static RewardGate of(Audience people, String group, NodeContext context) {
    RewardGate gate = new RewardGate(people, group);
    gate.hold("benefit-blacklist", context.rewards().in(SetRef.BENEFIT_BLACKLIST));
    if (group != null) {
      gate.hold("reward-group", context.rewards().in(SetRef.rewardGroup(group)));
    }
    return gate;
  }

  /** Holds back those of the people who are left. */
  void hold(String reason, Audience people) {
    take(suppressed, reason, people);
  }

  /** Those of the people who are left fail. */
  void fail(String reason, Audience people) {
    take(failed, reason, people);
  }

  /** Where fewer are left to give than people, the seeded order decides who gets one. */
  void failBeyond(long stock, NodeContext context) {
    if (stock < left.size()) {
      Audience lucky = context.order().slices(left, 0, (int) stock).get(0);
      fail("out-of-stock", left.minus(lucky));
    }
  }

  private void take(Map<String, Audience> into, String reason, Audience people) {
    Audience taken = left.intersect(people);
    if (!taken.isEmpty()) {
      into.put(reason, taken);
      left = left.minus(taken);
    }
  }

  Audience left() {
    return left;
  }

  Outcome outcome() {
    return new Outcome(left, failed, suppressed, Audience.empty());
  }

  /** The write, and that the people got a reward of the group. */
  List<Write> writes(Write write) {
    List<Write> writes = new ArrayList<>();
    if (!left.isEmpty()) {
      writes.add(write);
      if (group != null) {
        writes.add(SetWrite.add(SetRef.rewardGroup(group), left));
      }
    }
    return writes;
  }

  /** What a node of the group writes, besides its own target; null is left out. */
  static Set<FactRef> targets(String group, FactRef own) {
    Set<FactRef> targets = new HashSet<>();
    if (own != null) {
      targets.add(own);
    }
    if (group != null) {
      targets.add(SetRef.rewardGroup(group));
    }
    return targets;
  }
}
