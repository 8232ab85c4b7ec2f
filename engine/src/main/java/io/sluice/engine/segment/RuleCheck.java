package io.sluice.engine.segment;

import io.sluice.engine.member.Attributes;
import io.sluice.engine.segment.rule.Condition;
import io.sluice.engine.segment.rule.RuleParser;
import io.sluice.engine.segment.rule.RuleProblem;
import io.sluice.engine.segment.rule.RuleTree;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.node.Rule;
import io.sluice.node.SetRef;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells what is wrong with rules, and which kept sets they read. */
@Component
public class RuleCheck {
  private final Attributes attributes;
  private final Segments segments;

  RuleCheck(Attributes attributes, Segments segments) {
    this.attributes = attributes;
    this.segments = segments;
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
   * The kept sets (tags, static segments) that the rule reads, also through dynamic segments; what
   * is wrong in the rule is passed over. A segment that is not known counts as static.
   */
  public Set<SetRef> reads(WorkspaceId workspace, Rule rule) {
    Set<SetRef> reads = new HashSet<>();
    collect(
        RuleParser.parse(rule, definitions(workspace, NamedBefore.NOTHING)).tree(),
        definitions(workspace, NamedBefore.NOTHING),
        new HashSet<>(),
        reads);
    return reads;
  }

  /** The kept sets that the members of a segment depend on, as {@link #reads}. */
  public Set<SetRef> reads(WorkspaceId workspace, String segment) {
    Set<SetRef> reads = new HashSet<>();
    collect(
        new RuleTree.Leaf(new Condition.Segment(segment)),
        definitions(workspace, NamedBefore.NOTHING),
        new HashSet<>(),
        reads);
    return reads;
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
      RuleTree tree, WorkspaceDefinitions definitions, Set<String> followed, Set<SetRef> reads) {
    if (tree instanceof RuleTree.Leaf leaf) {
      if (leaf.condition() instanceof Condition.Tag tag) {
        reads.add(SetRef.tag(tag.key()));
      }
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

  private WorkspaceDefinitions definitions(WorkspaceId workspace, NamedBefore before) {
    return new WorkspaceDefinitions(workspace, attributes, segments, before);
  }
}
