package io.sluice.engine.campaign;

import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.canvas.CanvasProblem;
import io.sluice.engine.canvas.CanvasProblem.Severity;
import io.sluice.engine.canvas.Wire;
import io.sluice.engine.workspace.Workspace;
import io.sluice.node.Text;
import io.sluice.node.Trait;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Two nodes that draw from one port draw on their own, so they may draw the same people. */
@Component
class OverlapRule implements CanvasRule {
  @Override
  public void check(Workspace workspace, BoundCanvas canvas, Consumer<CanvasProblem> problems) {
    Map<String, List<String>> drawing =
        canvas.order().stream()
            .flatMap(node -> canvas.from(node).stream())
            .filter(wire -> canvas.node(wire.target()).type().info().has(Trait.DRAWS))
            .collect(
                Collectors.groupingBy(
                    wire -> wire.source() + " " + wire.sourcePort(),
                    TreeMap::new,
                    Collectors.mapping(Wire::target, Collectors.toList())));
    drawing.values().stream()
        .filter(nodes -> nodes.size() > 1)
        .forEach(nodes -> problems.accept(overlap(nodes)));
  }

  private static CanvasProblem overlap(List<String> nodes) {
    return CanvasProblem.ofNode(
        Severity.WARNING,
        "draws-may-overlap",
        nodes.get(1),
        Text.of(
            "Nodes %s draw from the same people on their own and may draw the same ones; use one node with several draws"
                .formatted(nodes),
            "节点 %s 各自从同一批人中抽取,可能抽到相同的人;请用一个节点设置多个抽取".formatted(nodes)));
  }
}
