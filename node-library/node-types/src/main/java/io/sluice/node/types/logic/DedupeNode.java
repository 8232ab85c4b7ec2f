package io.sluice.node.types.logic;

import io.sluice.node.Audience;
import io.sluice.node.Category;
import io.sluice.node.InPort;
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
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Set;
import java.util.stream.IntStream;

/** Leaves each person only on the first of several paths that has them. */
public final class DedupeNode implements SetNode<DedupeNode.Settings> {
  private static final int FEWEST = 2;
  private static final int MOST = 20;
  private static final NodeInfo INFO =
      new NodeInfo(
          "dedupe",
          Category.LOGIC,
          Text.of("Dedupe by priority", "按优先级去重"),
          Text.of("Leaves each person only on the first path that has them.", "每个人只留在第一条包含他的路径上。"),
          "layers",
          Set.of(Trait.BARRIER));

  /**
   * The settings.
   *
   * @param inputs how many paths there are, the most important first
   */
  public record Settings(
      @NotNull @Min(FEWEST) @Max(MOST) @Label(en = "Number of paths", zh = "路径数量")
          Integer inputs) {}

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
    int count = settings.inputs() == null ? FEWEST : settings.inputs();
    int paths = Math.max(FEWEST, Math.min(MOST, count));
    return new Ports(
        IntStream.rangeClosed(1, paths).mapToObj(DedupeNode::inPort).toList(),
        IntStream.rangeClosed(1, paths).mapToObj(DedupeNode::outPort).toList());
  }

  private static InPort inPort(int path) {
    return new InPort("in" + path, Text.of("In " + path, "输入 " + path), false);
  }

  private static OutPort outPort(int path) {
    return OutPort.of("out" + path, "Out " + path, "输出 " + path);
  }

  @Override
  public Outputs apply(Settings settings, Inputs inputs, NodeContext context) {
    Audience seen = inputs.unionAt("in1");
    Outputs outputs = Outputs.of("out1", seen);
    for (int path = 2; path <= settings.inputs(); path++) {
      Audience here = inputs.unionAt("in" + path);
      outputs = outputs.and("out" + path, here.minus(seen));
      if (path < settings.inputs()) {
        seen = seen.union(here);
      }
    }
    return outputs;
  }
}
