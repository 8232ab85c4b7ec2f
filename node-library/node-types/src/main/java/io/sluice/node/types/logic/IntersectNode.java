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

/** Keeps those who arrive on every path; the others leave by {@code rest}. */
public final class IntersectNode implements SetNode<IntersectNode.Settings> {
  private static final NodeInfo INFO =
      new NodeInfo(
          "intersect",
          Category.LOGIC,
          Text.of("Intersect", "交集"),
          Text.of("Keeps those who arrive on every path.", "只保留每条路径都包含的人。"),
          "combine",
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
    return new Ports(List.of(InPort.anyNumber()), List.of(OutPort.out(), OutPort.rest()));
  }

  @Override
  public Outputs apply(Settings settings, Inputs inputs, NodeContext context) {
    Audience inAll = Audience.intersectionOf(inputs.at(InPort.IN));
    return Outputs.out(inAll).and(OutPort.REST, inputs.in().minus(inAll));
  }
}
