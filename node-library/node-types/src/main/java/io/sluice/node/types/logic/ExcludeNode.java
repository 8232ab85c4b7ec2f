package io.sluice.node.types.logic;

import io.sluice.node.Audience;
import io.sluice.node.Category;
import io.sluice.node.InPort;
import io.sluice.node.Inputs;
import io.sluice.node.NodeContext;
import io.sluice.node.NodeInfo;
import io.sluice.node.OutPort;
import io.sluice.node.Outputs;
import io.sluice.node.Ports;
import io.sluice.node.SetNode;
import io.sluice.node.Text;
import io.sluice.node.Trait;
import java.util.List;
import java.util.Set;

/** Takes everybody on the other paths out of the main path. */
public final class ExcludeNode implements SetNode<ExcludeNode.Settings> {
  /** The key of the in-port of those who are thinned out. */
  public static final String MAIN = "main";

  /** The key of the in-port of those who are taken out. */
  public static final String MINUS = "minus";

  private static final NodeInfo INFO =
      new NodeInfo(
          "exclude",
          Category.LOGIC,
          Text.of("Exclude", "排除"),
          Text.of("Takes everybody on the other paths out of the main path.", "从主路径中去掉其他路径上的人。"),
          "user-minus",
          Set.of(Trait.BARRIER));

  /** There is nothing to set. */
  public record Settings() {}

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
    return new Ports(
        List.of(
            new InPort(MAIN, Text.of("Main", "主路径"), false),
            new InPort(MINUS, Text.of("Without", "排除"), true)),
        List.of(OutPort.out(), OutPort.rest()));
  }

  @Override
  public Outputs apply(Settings settings, Inputs inputs, NodeContext context) {
    Audience main = inputs.unionAt(MAIN);
    Audience others = inputs.unionAt(MINUS);
    return Outputs.out(main.minus(others)).and(OutPort.REST, main.intersect(others));
  }
}
