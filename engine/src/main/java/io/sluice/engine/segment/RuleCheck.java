package io.sluice.engine.segment;

import io.sluice.engine.member.Attributes;
import io.sluice.engine.member.ProfileField;
import io.sluice.engine.segment.rule.Condition;
import io.sluice.engine.segment.rule.RuleParser;
import io.sluice.engine.segment.rule.RuleProblem;
import io.sluice.engine.segment.rule.RuleTree;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.node.AccountRef;
import io.sluice.node.CouponRef;
import io.sluice.node.FactRef;
import io.sluice.node.Rule;
import io.sluice.node.SetRef;
import io.sluice.node.ValueRef;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells what is wrong with rules, and what they read that nodes can write. */
@Component
public class RuleCheck {
  private final Attributes attributes;
  private final Segments segments;
  private final RewardFacts rewards;

  RuleCheck(Attributes attributes, Segments segments, RewardFacts rewards) {
    this.attributes = attributes;
    this.segments = segments;
    this.rewards = rewards;
  }

  /**
   * Everything that is wrong with a rule of the workspace; nothing if it can be used.
   *
   * @param before what may be named because of the nodes before, though it is not there now
   */
  public List<RuleProblem> check(WorkspaceId workspace, Rule rule, NamedBefore before) {
    return RuleParser.parse(rule, definitions(workspace, before)).problems();
  }

  /**
   * What of that which nodes can write the rule reads, also through dynamic segments; what is wrong
   * in the rule is passed over. A segment that is not known counts as static.
   */
  public Set<FactRef> reads(WorkspaceId workspace, Rule rule) {
    Set<FactRef> reads = new HashSet<>();
    collect(
        RuleParser.parse(rule, definitions(workspace, NamedBefore.NOTHING)).tree(),
        definitions(workspace, NamedBefore.NOTHING),
        new HashSet<>(),
        reads);
    return reads;
  }

  /** What the members of a segment depend on, as {@link #reads}. */
  public Set<FactRef> reads(WorkspaceId workspace, String segment) {
    Set<FactRef> reads = new HashSet<>();
    collect(
        new RuleTree.Leaf(new Condition.Segment(segment)),
        definitions(workspace, NamedBefore.NOTHING),
        new HashSet<>(),
        reads);
    return reads;
  }

  /** The segments that the rule names, itself or through other segments. */
  Set<String> segments(WorkspaceId workspace, Rule rule) {
    Set<String> followed = new HashSet<>();
    WorkspaceDefinitions definitions = definitions(workspace, NamedBefore.NOTHING);
    collect(RuleParser.parse(rule, definitions).tree(), definitions, followed, new HashSet<>());
    return followed;
  }

  /** Whether the rule names the segment, itself or through other segments. */
  boolean leadsTo(WorkspaceId workspace, String segment, Rule rule) {
    Set<String> followed = new HashSet<>();
    WorkspaceDefinitions definitions =
        definitions(workspace, new NamedBefore(Set.of(segment), Set.of(), Set.of()));
    collect(RuleParser.parse(rule, definitions).tree(), definitions, followed, new HashSet<>());
    return followed.contains(segment);
  }

  private void collect(
      RuleTree tree, WorkspaceDefinitions definitions, Set<String> followed, Set<FactRef> reads) {
    if (tree instanceof RuleTree.Leaf leaf) {
      read(leaf.condition()).ifPresent(reads::add);
      if (leaf.condition() instanceof Condition.Segment segment && followed.add(segment.key())) {
        Optional<Rule> rule = definitions.segment(segment.key()).flatMap(Segment::rule);
        rule.ifPresentOrElse(
            r -> collect(RuleParser.parse(r, definitions).tree(), definitions, followed, reads),
            () -> reads.add(SetRef.segment(segment.key())));
      }
      return;
    }
    tree.parts().forEach(part -> collect(part, definitions, followed, reads));
  }

  private static Optional<FactRef> read(Condition condition) {
    if (condition instanceof Condition.Tag tag) {
      return Optional.of(SetRef.tag(tag.key()));
    }
    if (condition instanceof Condition.Mark mark) {
      return Optional.of(SetRef.discountMark(mark.offer()));
    }
    if (condition instanceof Condition.Profile profile && profile.field() == ProfileField.LEVEL) {
      return Optional.of(ValueRef.LEVEL);
    }
    if (condition instanceof Condition.Custom custom) {
      return Optional.of(ValueRef.attribute(custom.attribute().key()));
    }
    if (condition instanceof Condition.Anniversary anniversary) {
      return anniversary.attribute().map(attribute -> ValueRef.attribute(attribute.key()));
    }
    if (condition instanceof Condition.Coupon coupon) {
      return Optional.ofNullable(coupon.batch()).map(CouponRef::new);
    }
    return condition instanceof Condition.Points points
        ? Optional.of(new AccountRef(points.account()))
        : Optional.empty();
  }

  private WorkspaceDefinitions definitions(WorkspaceId workspace, NamedBefore before) {
    return new WorkspaceDefinitions(workspace, attributes, segments, rewards, before);
  }
}
