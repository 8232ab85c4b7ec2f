package io.sluice.engine.campaign;

import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.canvas.CanvasProblem;
import io.sluice.engine.canvas.CanvasProblem.Severity;
import io.sluice.engine.canvas.Wire;
import io.sluice.engine.nodetype.BoundNode;
import io.sluice.engine.nodetype.NodeBinder;
import io.sluice.engine.workspace.Workspace;
import io.sluice.node.Observation;
import io.sluice.node.ObserverNode;
import io.sluice.node.Text;
import io.sluice.node.Trait;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** An observer hangs on an action, and compares with people who were left alone on purpose. */
@Component
class ObserverRule implements CanvasRule {
  private final NodeBinder binder;

  ObserverRule(NodeBinder binder) {
    this.binder = binder;
  }

  @Override
  public void check(Workspace workspace, BoundCanvas canvas, Consumer<CanvasProblem> problems) {
    for (String id : canvas.order()) {
      BoundNode node = canvas.node(id);
      if (node.type() instanceof ObserverNode<?> type) {
        canvas.into(id).forEach(wire -> checkSource(canvas, id, wire, problems));
        // What is wrong with the settings is reported already.
        if (binder.validate(node).isEmpty()) {
          observation(type, node)
              .baseline()
              .ifPresent(baseline -> checkBaseline(canvas, id, baseline, problems));
        }
      }
    }
  }

  private static <C extends Record> Observation observation(ObserverNode<C> type, BoundNode node) {
    return type.observation(node.settingsOf(type));
  }

  private static void checkSource(
      BoundCanvas canvas, String id, Wire wire, Consumer<CanvasProblem> problems) {
    if (!canvas.node(wire.source()).acts()) {
      String source = canvas.drawn(wire.source()).shownName();
      problems.accept(
          new CanvasProblem(
              Severity.ERROR,
              "not-behind-an-action",
              id,
              wire.edgeId(),
              null,
              Text.of(
                  "'%s' is no action, so there is nothing to watch; draw the arrow from an action such as a message or a tag"
                      .formatted(source),
                  "“%s”不是动作,无法分析;请把箭头接在短信、打标签等动作之后".formatted(source))));
    }
  }

  private static void checkBaseline(
      BoundCanvas canvas, String id, String baseline, Consumer<CanvasProblem> problems) {
    boolean comparable =
        canvas.has(baseline)
            && (canvas.node(baseline).type().info().has(Trait.CONTROL)
                || canvas.node(baseline).type().info().has(Trait.HOLD_OUT)
                    && canvas.ports(baseline).outPort("control").isPresent());
    if (!comparable) {
      problems.accept(
          CanvasProblem.ofSetting(
              Severity.ERROR,
              "unknown-baseline",
              id,
              "baseline",
              Text.of(
                  "There is no control group '%s' here; name a control group, or a split with one, by its id"
                      .formatted(baseline),
                  "此画布没有对照组“%s”;请填写对照组节点或带对照组的分流节点的标识".formatted(baseline))));
    }
  }
}
