package io.sluice.node.types.logic;

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
import java.util.List;
import java.util.Set;

/** Brings several paths together; who arrives on several goes on once. */
public final class MergeNode implements SetNode<MergeNode.Settings> {
  private static final NodeInfo INFO =
      new NodeInfo(
          "merge",
          Category.LOGIC,
          Text.of("Merge", "合并"),
          Text.of("Brings several paths together; nobody goes on twice.", "把多条路径合为一条，每人只出现一次。"),
          "git-merge",
          Set.of());

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
    return new Ports(List.of(InPort.anyNumber()), List.of(OutPort.out()));
  }

  @Override
  public Outputs apply(Settings settings, Inputs inputs, NodeContext context) {
    return Outputs.out(inputs.in());
  }
}
