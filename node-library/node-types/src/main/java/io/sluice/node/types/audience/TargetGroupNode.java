package io.sluice.node.types.audience;

import io.sluice.node.Audience;
import io.sluice.node.Category;
import io.sluice.node.Label;
import io.sluice.node.NodeCheck;
import io.sluice.node.NodeContext;
import io.sluice.node.NodeInfo;
import io.sluice.node.Rule;
import io.sluice.node.SetRef;
import io.sluice.node.SourceNode;
import io.sluice.node.Text;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;

/** The people a campaign begins with: a segment, whoever meets a condition, or everyone. */
public final class TargetGroupNode implements SourceNode<TargetGroupNode.Settings> {
  private static final NodeInfo INFO =
      new NodeInfo(
          "target-group",
          Category.AUDIENCE,
          Text.of("Target group", "目标人群"),
          Text.of("The people the campaign begins with.", "活动从这些人开始。"),
          "users",
          Set.of());

  /**
   * The settings.
   *
   * @param who how the people are chosen; never everyone unless that is said
   * @param segment the segment, where one is chosen
   * @param rule the condition, where one is given
   */
  public record Settings(
      @NotNull @Label(en = "Who", zh = "选择方式") Who who,
      @Size(max = 64) @Label(en = "Segment", zh = "人群", field = "segment", when = "who=segment")
          String segment,
      @Label(en = "Condition", zh = "条件", when = "who=rule") Rule rule) {}

  /** How the people are chosen. */
  public enum Who {
    @Label(en = "Everyone", zh = "全部会员")
    EVERYONE,
    @Label(en = "A segment", zh = "指定人群")
    SEGMENT,
    @Label(en = "Who meets a condition", zh = "符合条件的会员")
    RULE
  }

  @Override
  public NodeInfo info() {
    return INFO;
  }

  @Override
  public Class<Settings> configType() {
    return Settings.class;
  }

  @Override
  public Audience enter(Settings settings, NodeContext context) {
    return switch (settings.who()) {
      case EVERYONE -> context.people().all();
      case SEGMENT -> context.people().segment(settings.segment());
      case RULE -> context.people().matching(settings.rule());
    };
  }

  @Override
  public void check(Settings settings, NodeCheck check) {
    if (settings.who() == Who.SEGMENT) {
      checkSegment(settings.segment(), check);
    }
    if (settings.who() == Who.RULE && settings.rule() == null) {
      check.error(
          "missing-rule",
          "rule",
          Text.of("Say which condition the people meet.", "请填写目标会员须符合的条件。"));
    }
  }

  private static void checkSegment(String segment, NodeCheck check) {
    if (segment == null || segment.isBlank()) {
      check.error("missing-segment", "segment", Text.of("Choose a segment.", "请选择一个人群。"));
    } else if (!check.hasSegment(segment)) {
      check.error(
          "unknown-segment",
          "segment",
          Text.of(
              "There is no segment '" + segment + "'. Choose another, or make it first.",
              "人群“" + segment + "”不存在，请另选一个或先创建它。"));
    }
  }

  @Override
  public Set<SetRef> reads(Settings settings) {
    return settings.who() == Who.SEGMENT && settings.segment() != null
        ? Set.of(SetRef.segment(settings.segment()))
        : Set.of();
  }
}
