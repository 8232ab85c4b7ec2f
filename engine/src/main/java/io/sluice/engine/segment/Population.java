package io.sluice.engine.segment;

import io.sluice.engine.segment.rule.Condition;
import io.sluice.engine.segment.rule.LifecycleStage;
import io.sluice.engine.segment.rule.RuleParser;
import io.sluice.engine.segment.rule.RuleProblem;
import io.sluice.engine.segment.rule.RuleTree;
import io.sluice.engine.segment.rule.RuleVocabulary;
import io.sluice.node.Audience;
import io.sluice.node.NodeFailure;
import io.sluice.node.People;
import io.sluice.node.Rule;
import io.sluice.node.SetRef;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The people of a workspace at one moment, in the snapshot of the caller's transaction. */
final class Population implements People {
  private final Moment moment;
  private final Function<SetRef, Audience> sets;
  private final Definitions definitions;
  private final ConditionReader facts;
  private final OrderReader orders;
  private final Deque<String> openSegments = new ArrayDeque<>();

  Population(Moment moment, Function<SetRef, Audience> sets, Definitions definitions) {
    this.moment = moment;
    this.sets = sets;
    this.definitions = definitions;
    this.facts = new ConditionReader(moment);
    this.orders = new OrderReader(moment);
  }

  /** What rules of the workspace may name. */
  interface Definitions extends RuleVocabulary {
    Optional<Segment> segment(String key);
  }

  @Override
  public Audience all() {
    return moment.everybody();
  }

  Audience stage(LifecycleStage stage) {
    return facts.stage(stage).intersect(all());
  }

  @Override
  public Audience matching(Rule rule) {
    RuleParser.Parsed parsed = RuleParser.parse(rule, definitions);
    if (!parsed.problems().isEmpty()) {
      throw new NodeFailure(
          "The condition cannot be used: "
              + parsed.problems().stream()
                  .map(RuleProblem::toSentence)
                  .collect(Collectors.joining(" ")));
    }
    return evaluate(parsed.tree());
  }

  @Override
  public Audience segment(String key) {
    if (openSegments.contains(key)) {
      throw new NodeFailure(
          "The segment '" + key + "' refers to itself; change the rule of one of: " + openSegments);
    }
    openSegments.push(key);
    try {
      Optional<Rule> rule = definitions.segment(key).flatMap(Segment::rule);
      if (rule.isPresent()) {
        return matching(rule.get());
      }
      if (!definitions.hasSegment(key)) {
        throw new NodeFailure("There is no segment '" + key + "'; make it, or name another.");
      }
      return sets.apply(SetRef.segment(key)).intersect(all());
    } finally {
      openSegments.pop();
    }
  }

  private Audience evaluate(RuleTree tree) {
    if (tree instanceof RuleTree.All group) {
      Audience left = all();
      for (RuleTree part : group.parts()) {
        left = left.intersect(evaluate(part));
      }
      return left;
    }
    if (tree instanceof RuleTree.Any group) {
      return Audience.unionOf(evaluate(group.parts()));
    }
    if (tree instanceof RuleTree.None group) {
      return all().minus(Audience.unionOf(evaluate(group.parts())));
    }
    return answer(((RuleTree.Leaf) tree).condition()).intersect(all());
  }

  private List<Audience> evaluate(List<RuleTree> parts) {
    return parts.stream().map(this::evaluate).toList();
  }

  private Audience answer(Condition condition) {
    if (condition instanceof Condition.Tag tag) {
      return sets.apply(SetRef.tag(tag.key()));
    }
    if (condition instanceof Condition.Segment segment) {
      return segment(segment.key());
    }
    if (condition instanceof Condition.Orders order) {
      return orders.answer(order);
    }
    return facts.answer(condition);
  }
}
