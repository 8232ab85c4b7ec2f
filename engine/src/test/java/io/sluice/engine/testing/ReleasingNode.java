package io.sluice.engine.testing;

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

/** A node with a port through which people leave in cohorts of their own. */
public final class ReleasingNode implements SetNode<ReleasingNode.Settings> {
  public record Settings() {}

  @Override
  public NodeInfo info() {
    return new NodeInfo(
        "releasing",
        Category.TIME,
        Text.of("Releasing", "分批释放"),
        Text.of("Lets some people go early.", "让部分人提前离开。"),
        "clock",
        Set.of());
  }

  @Override
  public Class<Settings> configType() {
    return Settings.class;
  }

  @Override
  public Ports ports(Settings settings) {
    return new Ports(
        List.of(InPort.single()),
        List.of(
            OutPort.of("timed-out", "Timed out", "超时"),
            new OutPort("happened", Text.of("Happened", "已发生"), true)));
  }

  @Override
  public Outputs apply(Settings settings, Inputs inputs, NodeContext context) {
    return Outputs.of("timed-out", inputs.in());
  }
}
