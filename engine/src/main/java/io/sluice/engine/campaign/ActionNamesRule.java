package io.sluice.engine.campaign;

import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.canvas.CanvasProblem;
import io.sluice.engine.canvas.CanvasProblem.Severity;
import io.sluice.engine.workspace.Workspace;
import io.sluice.node.Text;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Two actions of one name cannot be told apart in a report. */
@Component
class ActionNamesRule implements CanvasRule {
  @Override
  public void check(Workspace workspace, BoundCanvas canvas, Consumer<CanvasProblem> problems) {
    Map<String, String> nodeByName = new HashMap<>();
    for (String node : canvas.order()) {
      if (canvas.node(node).acts()) {
        String name = canvas.drawn(node).shownName();
        String other = nodeByName.putIfAbsent(name, node);
        if (other != null) {
          problems.accept(
              CanvasProblem.ofSetting(
                  Severity.WARNING,
                  "equal-names",
                  node,
                  "name",
                  Text.of(
                      "Actions '%s' and '%s' are both called '%s'; give each its own name"
                          .formatted(other, node, name),
                      "动作“%s”和“%s”同名“%s”;请使用不同的名称".formatted(other, node, name))));
        }
      }
    }
  }
}
