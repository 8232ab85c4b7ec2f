package io.sluice.engine.campaign;

import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.canvas.CanvasProblem;
import io.sluice.engine.workspace.Workspace;
import java.util.function.Consumer;

/** One thing that the check looks for. */
interface CanvasRule {
  void check(Workspace workspace, BoundCanvas canvas, Consumer<CanvasProblem> problems);
}
