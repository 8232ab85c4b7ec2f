package io.sluice.engine.campaign;

import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.canvas.CanvasProblem;
import io.sluice.engine.nodetype.NodeBinder;
import io.sluice.engine.workspace.Workspace;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Warns of messages that can reach the same people; how many is told where people are counted. */
@Component
class SameReadersRule implements CanvasRule {
  private final NodeBinder binder;

  SameReadersRule(NodeBinder binder) {
    this.binder = binder;
  }

  @Override
  public void check(Workspace workspace, BoundCanvas canvas, Consumer<CanvasProblem> problems) {
    SameReaders.of(canvas, node -> binder.validate(canvas.node(node)).isEmpty()).stream()
        .map(pair -> SameReaders.problem(canvas, pair))
        .forEach(problems);
  }
}
