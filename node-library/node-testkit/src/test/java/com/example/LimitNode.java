package com.example;

import io.sluice.node.Audience;
import io.sluice.node.Category;
import io.sluice.node.Inputs;
import io.sluice.node.Label;
import io.sluice.node.NodeContext;
import io.sluice.node.NodeInfo;
import io.sluice.node.OutPort;
import io.sluice.node.Outputs;
import io.sluice.node.Ports;
import io.sluice.node.SetNode;
import io.sluice.node.Text;
import io.sluice.node.Trait;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.util.List;
import java.util.Set;

/** Lets at most so many people pass; who may pass is drawn. */
public final class LimitNode implements SetNode<LimitNode.Settings> {
  private static final NodeInfo INFO =
      new NodeInfo(
          "example-limit",
          Category.LOGIC,
          Text.of("Limit", "限额"),
          Text.of("Lets at most so many people pass.", "最多放行指定人数。"),
          "gauge",
          Set.of(Trait.DRAWS));

  /**
   * The settings.
   *
   * @param people how many may pass
   */
  public record Settings(
      @NotNull @Positive @Label(en = "People at most", zh = "最多人数") Integer people) {}

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
    int passing = Math.min(settings.people(), people.size());
    List<Audience> parts = context.order().slices(people, 0, passing, people.size());
    return Outputs.out(parts.get(0)).and(OutPort.REST, parts.get(1));
  }
}
