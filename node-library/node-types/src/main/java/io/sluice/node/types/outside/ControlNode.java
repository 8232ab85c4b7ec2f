package io.sluice.node.types.outside;

import io.sluice.node.ActionContext;
import io.sluice.node.ActionNode;
import io.sluice.node.Audience;
import io.sluice.node.Category;
import io.sluice.node.Forecast;
import io.sluice.node.Label;
import io.sluice.node.NodeContext;
import io.sluice.node.NodeInfo;
import io.sluice.node.Outcome;
import io.sluice.node.Text;
import io.sluice.node.Trait;
import jakarta.validation.constraints.Size;
import java.util.Set;

/** Does nothing, on purpose: those who arrive are measured against the others. */
public final class ControlNode implements ActionNode<ControlNode.Settings> {
  private static final NodeInfo INFO =
      new NodeInfo(
          "control",
          Category.OUTSIDE,
          Text.of("Control group", "对照组"),
          Text.of("Does nothing; people are only measured.", "不做任何操作，仅用于效果对比。"),
          "shield",
          Set.of(Trait.CONTROL));

  /**
   * The settings.
   *
   * @param note what the marketer wants to remember of it
   */
  public record Settings(@Size(max = 500) @Label(en = "Note", zh = "备注") String note) {}

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
    return Forecast.done(audience);
  }

  @Override
  public Outcome act(Settings settings, Audience batch, ActionContext context) {
    return Outcome.done(batch);
  }
}
