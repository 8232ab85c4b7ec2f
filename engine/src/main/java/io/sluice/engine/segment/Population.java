package io.sluice.engine.segment;

import io.sluice.engine.segment.rule.Condition;
import io.sluice.engine.segment.rule.LifecycleStage;
import io.sluice.engine.segment.rule.RuleParser;
import io.sluice.engine.segment.rule.RuleProblem;
import io.sluice.engine.segment.rule.RuleTree;
import io.sluice.engine.segment.rule.RuleVocabulary;
import io.sluice.engine.segment.rule.Window;
import io.sluice.node.Audience;
import io.sluice.node.Dates;
import io.sluice.node.NodeFailure;
import io.sluice.node.Rewards;
import io.sluice.node.Rule;
import io.sluice.node.SetRef;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The people of a workspace at one moment, in the snapshot of the caller's transaction. */
final class Population implements RulePeople {
  private final Moment moment;
  private final Function<SetRef, Audience> sets;
  private final Definitions definitions;
  private final RunPast past;
  private final Function<String, Optional<Audience>> lists;
  private final RewardReader rewards;
  private final ConditionReader facts;
  private final FactReader dated;
  private final Dates dates;
  private final Deque<String> openSegments = new ArrayDeque<>();

  Population(
      Moment moment,
      Function<SetRef, Audience> sets,
      Definitions definitions,
      RunPast past,
      RewardReader rewards,
      Dates dates,
      Function<String, Optional<Audience>> lists) {
    this.moment = moment;
    this.sets = sets;
    this.definitions = definitions;
    this.past = past;
    this.lists = lists;
    this.rewards = rewards;
    this.dates = dates;
    this.facts = new ConditionReader(moment);
    this.dated = new FactReader(moment);
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
  public Rewards rewards() {
    return rewards.of(sets);
  }

  @Override
  public Dates dates() {
    return dates;
  }

  @Override
  public Audience matching(Rule rule) {
    return bounds(rule).possibly();
  }

  @Override
  public Bounds bounds(Rule rule) {
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

  @Override
  public Audience list(String key) {
    return lists
        .apply(key)
        .orElseThrow(
            () ->
                new NodeFailure(
                    "There is no imported list '" + key + "'; import it, or name another."));
  }

  private Bounds evaluate(RuleTree tree) {
    if (tree instanceof RuleTree.All group) {
      Bounds left = Bounds.exactly(all());
      for (RuleTree part : group.parts()) {
        left = left.intersect(evaluate(part));
      }
      return left;
    }
    if (tree instanceof RuleTree.Any group) {
      return anyOf(group.parts());
    }
    if (tree instanceof RuleTree.None group) {
      return anyOf(group.parts()).complementIn(all());
    }
    return answer(((RuleTree.Leaf) tree).condition()).intersect(Bounds.exactly(all()));
  }

  private Bounds anyOf(List<RuleTree> parts) {
    Bounds union = Bounds.exactly(Audience.empty());
    for (RuleTree part : parts) {
      union = union.union(evaluate(part));
    }
    return union;
  }

  private Bounds answer(Condition condition) {
    if (condition instanceof Condition.Tag tag) {
      return Bounds.exactly(sets.apply(SetRef.tag(tag.key())));
    }
    if (condition instanceof Condition.Mark mark) {
      return Bounds.exactly(sets.apply(SetRef.discountMark(mark.offer())));
    }
    if (condition instanceof Condition.Segment segment) {
      return Bounds.exactly(segment(segment.key()));
    }
    if (condition instanceof Condition.Message message) {
      return past.happened(message.node(), message.happening());
    }
    if (condition instanceof Condition.Coupon coupon) {
      return coupon.node() == null
          ? rewards.answer(coupon, past.knownUntil())
          : past.coupon(
              coupon.node(),
              coupon.fact(),
              coupon.forDays(),
              moment.instant(),
              rewards::couponExpiry);
    }
    if (condition instanceof Condition.Points points) {
      return Bounds.exactly(rewards.answer(points, all()));
    }
    if (condition instanceof Condition.Facts counted) {
      return counted.window() instanceof Window.Since since
          ? happenedSince(counted, since)
          : Bounds.exactly(dated.answer(counted));
    }
    return Bounds.exactly(facts.answer(condition));
  }

  private Bounds happenedSince(Condition.Facts counted, Window.Since window) {
    if (moment.instant().isAfter(past.knownUntil())) {
      return new Bounds(Audience.empty(), all());
    }
    List<RunPast.Came> since =
        window.node() == null
            ? List.of(new RunPast.Came(past.enteredAt(), Optional.empty()))
            : past.cameTo(window.node());
    return Bounds.exactly(
        Audience.unionOf(since.stream().map(came -> happenedSince(counted, came)).toList()));
  }

  private Audience happenedSince(Condition.Facts counted, RunPast.Came came) {
    Window.Edge start = new Window.Edge(came.instant().plus(Window.TICK), null);
    Audience all =
        dated.answer(
            new Condition.Facts(
                counted.metric(),
                counted.test(),
                new Window.Between(start, null),
                counted.filter()));
    return came.people().map(all::intersect).orElse(all);
  }
}
