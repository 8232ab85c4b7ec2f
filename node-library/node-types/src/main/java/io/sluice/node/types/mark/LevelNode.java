package io.sluice.node.types.mark;

import io.sluice.node.ActionContext;
import io.sluice.node.ActionNode;
import io.sluice.node.Audience;
import io.sluice.node.Category;
import io.sluice.node.Forecast;
import io.sluice.node.Label;
import io.sluice.node.NodeContext;
import io.sluice.node.NodeInfo;
import io.sluice.node.Outcome;
import io.sluice.node.Rule;
import io.sluice.node.Text;
import io.sluice.node.ValueRef;
import io.sluice.node.ValueWrite;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Changes the level of people. */
public final class LevelNode implements ActionNode<LevelNode.Settings> {
  private static final NodeInfo INFO =
      new NodeInfo(
          "level",
          Category.MARK,
          Text.of("Level", "会员等级"),
          Text.of("Raises people to a level, or sets it.", "提升或设置会员等级。"),
          "medal",
          Set.of());

  /**
   * The settings.
   *
   * @param level the level
   * @param mode whether people who are higher stay where they are
   * @param skipIf whom the node passes over
   */
  public record Settings(
      @NotNull @Min(0) @Max(1_000_000) @Label(en = "Level", zh = "等级") Integer level,
      @NotNull @Label(en = "Mode", zh = "方式") Mode mode,
      @Label(en = "Pass over", zh = "跳过条件") Rule skipIf) {}

  /** What becomes of people who have another level. */
  public enum Mode {
    @Label(en = "Raise only", zh = "只升不降")
    RAISE,
    @Label(en = "Set, even if it is lower", zh = "强制设置")
    FORCE
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
  public Forecast forecast(Settings settings, Audience audience, NodeContext context) {
    return Forecast.done(audience, write(settings, audience));
  }

  @Override
  public Outcome act(Settings settings, Audience batch, ActionContext context) {
    context.write(write(settings, batch));
    return Outcome.done(batch);
  }

  private static ValueWrite write(Settings settings, Audience people) {
    return new ValueWrite(
        ValueRef.LEVEL,
        settings.mode() == Mode.RAISE ? ValueWrite.Mode.RAISE : ValueWrite.Mode.SET,
        List.of(settings.level().toString()),
        people);
  }

  @Override
  public Set<ValueRef> writes(Settings settings) {
    return Set.of(ValueRef.LEVEL);
  }

  @Override
  public Optional<Rule> skipIf(Settings settings) {
    return Optional.ofNullable(settings.skipIf());
  }
}
