package io.sluice.engine.campaign;

import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.canvas.CanvasProblem;
import io.sluice.engine.canvas.CanvasProblem.Severity;
import io.sluice.engine.delivery.content.ContentCheck;
import io.sluice.engine.delivery.content.ContentProblem;
import io.sluice.engine.nodetype.BoundNode;
import io.sluice.engine.nodetype.NodeBinder;
import io.sluice.engine.workspace.Workspace;
import io.sluice.node.Message;
import io.sluice.node.MessageNode;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What messages say: placeholders, templates, what the law demands, words to avoid. */
@Component
class MessageRule implements CanvasRule {
  private static final Pattern DASHED = Pattern.compile("-([a-z])");

  private final ContentCheck content;
  private final NodeBinder binder;

  MessageRule(ContentCheck content, NodeBinder binder) {
    this.content = content;
    this.binder = binder;
  }

  @Override
  public void check(Workspace workspace, BoundCanvas canvas, Consumer<CanvasProblem> problems) {
    for (String id : canvas.order()) {
      BoundNode node = canvas.node(id);
      // What is missing is reported already.
      if (node.type() instanceof MessageNode && binder.validate(node).isEmpty()) {
        Message message = node.message().orElseThrow();
        boolean several = message.variants().size() > 1;
        for (ContentProblem problem : content.check(workspace, message, Routes.to(canvas, id))) {
          problems.accept(
              CanvasProblem.ofSetting(
                  problem.error() ? Severity.ERROR : Severity.WARNING,
                  problem.code(),
                  id,
                  field(problem, several),
                  problem.message()));
        }
      }
    }
  }

  private static String field(ContentProblem problem, boolean several) {
    String setting =
        DASHED
            .matcher(problem.part())
            .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
    return several ? "variants[" + problem.variant() + "]." + setting : setting;
  }
}
