package io.sluice.engine.campaign;

import io.sluice.engine.bpmn.Entry;
import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.canvas.CanvasProblem;
import io.sluice.engine.canvas.CanvasProblem.Severity;
import io.sluice.engine.canvas.Wire;
import io.sluice.engine.workspace.Workspace;
import io.sluice.node.Text;
import io.sluice.node.Trait;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * A node that compares its inputs needs all of them in one cohort. People whom a wait lets go each
 * at a time of their own are in other cohorts than those on the other arrows.
 */
@Component
class ApartRule implements CanvasRule {
  @Override
  public void check(Workspace workspace, BoundCanvas canvas, Consumer<CanvasProblem> problems) {
    List<Entry> entries = Entry.of(canvas);
    for (String node : canvas.order()) {
      if (canvas.node(node).type().info().has(Trait.BARRIER)) {
        missing(canvas, entries, node)
            .ifPresent(wire -> problems.accept(problem(canvas, node, wire)));
      }
    }
  }

  /** An arrow on which nobody comes where others come, or nobody ever. */
  private static Optional<Wire> missing(BoundCanvas canvas, List<Entry> entries, String node) {
    return entries.stream()
        .filter(entry -> entry.nodes().contains(node))
        .flatMap(
            entry -> {
              List<Wire> present = entry.arrowsInto(canvas, node);
              return canvas.into(node).stream().filter(wire -> !present.contains(wire));
            })
        .findFirst();
  }

  private static CanvasProblem problem(BoundCanvas canvas, String node, Wire wire) {
    String name = canvas.drawn(node).shownName();
    String source = canvas.drawn(wire.source()).shownName();
    return new CanvasProblem(
        Severity.ERROR,
        "inputs-apart",
        node,
        wire.edgeId(),
        null,
        Text.of(
            "People come to '%s' from '%s' at other times than on its other arrows, because a wait lets each of them go at a time of their own, so they cannot be compared; put '%s' before that wait, or compare by a tag or a condition on what they did"
                .formatted(name, source, name),
            "由于前面的等待让每个人在各自的时间离开，从“%s”到达“%s”的人与其他连线上的人不同时到达，无法比较；请把“%s”放在该等待之前，或改用标签或条件判断"
                .formatted(source, name, name)));
  }
}
