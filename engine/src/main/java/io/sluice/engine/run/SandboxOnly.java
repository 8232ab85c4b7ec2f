package io.sluice.engine.run;

import io.sluice.engine.campaign.Campaign;
import io.sluice.engine.campaign.CanvasVersions;
import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.delivery.gateway.GatewayConfig;
import io.sluice.engine.delivery.gateway.Gateways;
import io.sluice.engine.nodetype.BoundNode;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;
import io.sluice.node.Message;
import io.sluice.node.MessageNode;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** A run that plays in the past sends nobody a real message. */
@Component
class SandboxOnly implements StartCondition {
  private final CanvasVersions versions;
  private final Gateways gateways;

  SandboxOnly(CanvasVersions versions, Gateways gateways) {
    this.versions = versions;
    this.gateways = gateways;
  }

  @Override
  public void require(Workspace workspace, Campaign campaign, Run run) {
    if (!run.isDatedBack()) {
      return;
    }
    BoundCanvas canvas = versions.get(run.workspace(), run.campaign(), run.version());
    for (String id : canvas.order()) {
      BoundNode node = canvas.node(id);
      if (node.type() instanceof MessageNode<?> type) {
        messageOf(type, node)
            .variants()
            .forEach(variant -> requireSandbox(workspace, canvas, id, variant));
      }
    }
  }

  private static <C extends Record> Message messageOf(MessageNode<C> type, BoundNode node) {
    return type.message(node.settingsOf(type));
  }

  private void requireSandbox(
      Workspace workspace, BoundCanvas canvas, String node, Message.Variant variant) {
    GatewayConfig gateway =
        variant
            .gateway()
            .flatMap(key -> gateways.describe(workspace.id(), key))
            .orElseGet(() -> gateways.defaultOf(workspace.id(), variant.channel()));
    if (!gateway.isSandbox()) {
      throw new Problem(
          HttpStatus.CONFLICT,
          "real-gateway",
          "'%s' would send by the gateway '%s', which is no sandbox. A run dated in the past must send by sandboxes only: choose one, such as '%s', or start without 'asOf'."
              .formatted(
                  canvas.drawn(node).shownName(), gateway.key(), "sandbox-" + variant.channel()));
    }
  }
}
