package io.sluice.engine.canvas;

import io.sluice.engine.canvas.CanvasProblem.Severity;
import io.sluice.node.InPort;
import io.sluice.node.SourceNode;
import io.sluice.node.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What can be told from the drawing alone: no source, unreachable nodes, inputs without arrows. */
public final class StructureCheck {
  private StructureCheck() {}

  /** All problems of the drawing. */
  public static List<CanvasProblem> of(BoundCanvas canvas) {
    List<CanvasProblem> problems = new ArrayList<>();
    Set<String> reached = reached(canvas);
    if (reached.isEmpty()) {
      problems.add(
          new CanvasProblem(
              Severity.ERROR,
              "no-source",
              null,
              null,
              "/nodes",
              Text.of("Nobody enters this canvas; add a target group", "没有人会进入此画布;请添加目标人群")));
    }
    for (String id : canvas.order()) {
      if (!reached.contains(id)) {
        problems.add(
            CanvasProblem.ofNode(
                Severity.ERROR,
                "unreachable",
                id,
                Text.of(
                    "Nobody can reach node '%s'; connect it or remove it".formatted(id),
                    "没有人能到达节点“%s”;请连接或删除".formatted(id))));
      } else {
        missingInputs(canvas, id, problems);
      }
    }
    return problems;
  }

  private static Set<String> reached(BoundCanvas canvas) {
    Set<String> reached = new HashSet<>();
    for (String id : canvas.order()) {
      if (canvas.node(id).type() instanceof SourceNode
          || canvas.into(id).stream().anyMatch(wire -> reached.contains(wire.source()))) {
        reached.add(id);
      }
    }
    return reached;
  }

  private static void missingInputs(BoundCanvas canvas, String id, List<CanvasProblem> problems) {
    for (InPort port : canvas.ports(id).in()) {
      if (canvas.into(id).stream().noneMatch(wire -> wire.targetPort().equals(port.key()))) {
        problems.add(
            CanvasProblem.ofNode(
                Severity.ERROR,
                "missing-input",
                id,
                Text.of(
                    "Node '%s' needs an arrow into its port '%s'".formatted(id, port.key()),
                    "节点“%s”的端口“%s”需要一条连线".formatted(id, port.key()))));
      }
    }
  }
}
