package io.sluice.engine.campaign;

import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.canvas.CanvasProblem;
import io.sluice.engine.canvas.CanvasProblem.Severity;
import io.sluice.engine.delivery.gateway.Gateways;
import io.sluice.engine.segment.rule.AwaitedReceipts;
import io.sluice.engine.segment.rule.Condition;
import io.sluice.engine.segment.rule.Happening;
import io.sluice.engine.workspace.Workspace;
import io.sluice.node.Text;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Conditions on what receipts tell, of messages whose gateway sends none: nobody will meet them.
 */
@Component
class ReceiptRule implements CanvasRule {
  private final Gateways gateways;

  ReceiptRule(Gateways gateways) {
    this.gateways = gateways;
  }

  @Override
  public void check(Workspace workspace, BoundCanvas canvas, Consumer<CanvasProblem> problems) {
    for (String node : canvas.order()) {
      AwaitedReceipts.in(canvas.node(node).rules()).stream()
          // What a gateway refuses at once has failed, whether it sends receipts or not.
          .filter(condition -> condition.happening() != Happening.FAILED)
          .map(Condition.Message::node)
          .distinct()
          .filter(canvas.messagesBefore(node)::contains)
          .forEach(message -> check(workspace, canvas, node, message, problems));
    }
  }

  private void check(
      Workspace workspace,
      BoundCanvas canvas,
      String node,
      String message,
      Consumer<CanvasProblem> problems) {
    List<String> silent =
        canvas.node(message).message().stream()
            .flatMap(one -> one.variants().stream())
            .map(variant -> gateways.carrierOf(workspace.id(), variant).key())
            .distinct()
            .filter(key -> gateways.open(workspace.id(), key).policy().receipts().isEmpty())
            .toList();
    if (!silent.isEmpty()) {
      String sender = canvas.drawn(message).shownName();
      problems.accept(
          CanvasProblem.ofSetting(
              Severity.WARNING,
              "no-receipts",
              node,
              "rule",
              Text.of(
                  "Gateway %s of '%s' reports no delivery, so nobody waits for it and nobody counts as delivered or bounced by it; set 'receipts' of the gateway, or ask for accepted or clicked"
                      .formatted(String.join(", ", silent), sender),
                  "“%s”的通道 %s 不回报送达情况,因此不会等待,也没有人算作已送达或退回;请设置通道的 receipts,或改用已接受、已点击"
                      .formatted(sender, String.join(", ", silent)))));
    }
  }
}
