package io.sluice.engine.testing;

import io.sluice.node.Category;
import io.sluice.node.Inputs;
import io.sluice.node.NodeContext;
import io.sluice.node.NodeFailure;
import io.sluice.node.NodeInfo;
import io.sluice.node.OutPort;
import io.sluice.node.Outputs;
import io.sluice.node.Ports;
import io.sluice.node.SetNode;
import io.sluice.node.Text;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A node that fails as long as the test wants it to. */
public final class BreakableNode implements SetNode<BreakableNode.Settings> {
  /** How often the next calls fail. */
  public static final AtomicInteger FAILURES = new AtomicInteger();

  public record Settings() {}

  @Override
  public NodeInfo info() {
    return new NodeInfo(
        "breakable",
        Category.LOGIC,
        Text.of("Breakable", "可故障"),
        Text.of("Fails on demand.", "按需失败。"),
        "bug",
        Set.of());
  }

  @Override
  public Class<Settings> configType() {
    return Settings.class;
  }

  @Override
  public Ports ports(Settings settings) {
    return Ports.through(OutPort.out());
  }

  @Override
  public Outputs apply(Settings settings, Inputs inputs, NodeContext context) {
    if (FAILURES.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      throw new NodeFailure("The warehouse does not answer; start it and retry");
    }
    return Outputs.out(inputs.in());
  }
}
