package io.sluice.node.types.logic;

import io.sluice.node.Audience;
import io.sluice.node.Category;
import io.sluice.node.Inputs;
import io.sluice.node.Label;
import io.sluice.node.NodeContext;
import io.sluice.node.NodeInfo;
import io.sluice.node.OutPort;
import io.sluice.node.Outputs;
import io.sluice.node.Ports;
import io.sluice.node.Rule;
import io.sluice.node.SetNode;
import io.sluice.node.Text;
import io.sluice.node.Trait;
import jakarta.validation.constraints.NotNull;
import java.util.Set;

/** Lets those who meet a condition pass; the others leave by {@code rest}. */
public final class FilterNode implements SetNode<FilterNode.Settings> {
  private static final NodeInfo INFO =
      new NodeInfo(
          "filter",
          Category.LOGIC,
          Text.of("Filter", "筛选"),
          Text.of("Lets those who meet a condition pass.", "只让符合条件的人通过。"),
          "filter",
          Set.of(Trait.SORTS_BY_RULE));

  /**
   * The settings.
   *
   * @param rule who passes
   */
  public record Settings(@NotNull @Label(en = "Condition", zh = "条件") Rule rule) {}

  @Override
  public NodeInfo info() {
    return INFO;
  }

  @Override
  public Class<Settings> configType() {
    return Settings.class;
  }

  @Override
  public Ports ports(Settings settings) {
    return Ports.through(OutPort.out(), OutPort.rest());
  }

  @Override
  public Outputs apply(Settings settings, Inputs inputs, NodeContext context) {
    Audience people = inputs.in();
    Audience matching = context.people().matching(settings.rule());
    return Outputs.out(people.intersect(matching)).and(OutPort.REST, people.minus(matching));
  }
}
