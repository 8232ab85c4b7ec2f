package io.sluice.engine.campaign;

import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.canvas.CanvasProblem;
import io.sluice.engine.canvas.CanvasProblem.Severity;
import io.sluice.engine.member.Attribute;
import io.sluice.engine.member.Attributes;
import io.sluice.engine.member.guest.ImportedLists;
import io.sluice.engine.reward.RewardKinds;
import io.sluice.engine.segment.NamedBefore;
import io.sluice.engine.segment.RewardFacts;
import io.sluice.engine.segment.RuleCheck;
import io.sluice.engine.segment.Segments;
import io.sluice.engine.workspace.Workspace;
import io.sluice.node.AttributeKind;
import io.sluice.node.CodePool;
import io.sluice.node.CouponKind;
import io.sluice.node.CouponRef;
import io.sluice.node.DiscountOffer;
import io.sluice.node.FactRef;
import io.sluice.node.NodeCheck;
import io.sluice.node.Rule;
import io.sluice.node.SetRef;
import io.sluice.node.Text;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What node types say of their settings, and whether the rules in them can be read. */
@Component
class SettingsRule implements CanvasRule {
  private final RuleCheck rules;
  private final Segments segments;
  private final Attributes attributes;
  private final ImportedLists lists;
  private final RewardFacts rewards;
  private final RewardKinds kinds;
  private final Clock clock;

  SettingsRule(
      RuleCheck rules,
      Segments segments,
      Attributes attributes,
      ImportedLists lists,
      RewardFacts rewards,
      RewardKinds kinds,
      Clock clock) {
    this.rules = rules;
    this.segments = segments;
    this.attributes = attributes;
    this.lists = lists;
    this.rewards = rewards;
    this.kinds = kinds;
    this.clock = clock;
  }

  @Override
  public void check(Workspace workspace, BoundCanvas canvas, Consumer<CanvasProblem> problems) {
    for (String node : canvas.order()) {
      Set<String> written = segmentsWrittenBefore(canvas, node);
      canvas.node(node).check(new Collector(workspace, canvas, node, written, problems));
      for (Map.Entry<String, Rule> rule : canvas.node(node).placedRules().entrySet()) {
        rules
            .check(workspace.id(), rule.getValue(), before(canvas, node, written))
            .forEach(
                problem ->
                    problems.accept(
                        CanvasProblem.ofSetting(
                            Severity.ERROR,
                            problem.code(),
                            node,
                            rule.getKey() + problem.path(),
                            Text.of(problem.toSentence(), problem.toSentence()))));
      }
    }
  }

  private static NamedBefore before(BoundCanvas canvas, String node, Set<String> written) {
    return new NamedBefore(written, canvas.before(node), canvas.messagesBefore(node));
  }

  private static Set<String> segmentsWrittenBefore(BoundCanvas canvas, String node) {
    return canvas.before(node).stream()
        .flatMap(before -> canvas.node(before).writes().stream())
        .filter(fact -> fact instanceof SetRef set && set.kind() == SetRef.Kind.SEGMENT)
        .map(FactRef::key)
        .collect(Collectors.toSet());
  }

  private final class Collector implements NodeCheck {
    private final Workspace workspace;
    private final BoundCanvas canvas;
    private final String node;
    private final Set<String> written;
    private final Consumer<CanvasProblem> problems;

    Collector(
        Workspace workspace,
        BoundCanvas canvas,
        String node,
        Set<String> written,
        Consumer<CanvasProblem> problems) {
      this.workspace = workspace;
      this.canvas = canvas;
      this.node = node;
      this.written = written;
      this.problems = problems;
    }

    @Override
    public boolean hasSegment(String key) {
      return written.contains(key) || segments.find(workspace.id(), key).isPresent();
    }

    @Override
    public boolean hasList(String key) {
      return lists.find(workspace.id(), key).isPresent();
    }

    @Override
    public Optional<AttributeKind> attributeKind(String key) {
      return attributes.all(workspace.id()).stream()
          .filter(attribute -> attribute.key().equals(key))
          .findFirst()
          .map(
              attribute ->
                  new AttributeKind(
                      attribute.type().key(),
                      attribute.choices(),
                      attribute.origin() == Attribute.Origin.PLATFORM));
    }

    @Override
    public boolean hasAccount(String key) {
      return rewards.accounts(workspace.id()).contains(key);
    }

    @Override
    public Optional<CouponKind> couponKind(String key) {
      return kinds.coupons(workspace.id(), key);
    }

    @Override
    public Optional<DiscountOffer> discountOffer(String key) {
      return rewards.offer(workspace.id(), key, clock.instant());
    }

    @Override
    public Optional<CodePool> codePool(String key) {
      return rewards.codes(workspace.id(), key, clock.instant());
    }

    @Override
    public boolean givesCoupons(String id) {
      return canvas.before(node).contains(id)
          && canvas.node(id).writes().stream().anyMatch(CouponRef.class::isInstance);
    }

    @Override
    public void error(String code, String field, Text message) {
      problems.accept(CanvasProblem.ofSetting(Severity.ERROR, code, node, field, message));
    }

    @Override
    public void warning(String code, String field, Text message) {
      problems.accept(CanvasProblem.ofSetting(Severity.WARNING, code, node, field, message));
    }
  }
}
