package io.sluice.engine.alert;

import io.sluice.engine.delivery.EffectKey;
import io.sluice.engine.delivery.gateway.Gateways;
import io.sluice.engine.delivery.gateway.Handover;
import io.sluice.engine.delivery.gateway.OpenGateway;
import io.sluice.engine.delivery.gateway.OutboundMessage;
import io.sluice.engine.workspace.WorkspaceId;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Sends notices. Text messages and e-mails go by the workspace's gateways {@code alerts-sms} and
 * {@code alerts-email}, so that a broken gateway does not keep word of itself back; where there is
 * none, by the default one of the channel.
 */
@Component
class Messenger {
  private static final String PREFIX = "alerts-";
  private static final String NODE = "alert";
  private static final long NO_RUN = 0;
  private static final int NOBODY = -1;

  private final Gateways gateways;
  private final RobotPost robots;

  Messenger(Gateways gateways, RobotPost robots) {
    this.gateways = gateways;
    this.robots = robots;
  }

  Handover send(Notice notice, String subject, String message) {
    String address = notice.contact().address();
    return switch (notice.contact().kind()) {
      case PHONE -> byGateway(notice, "sms", Map.of("text", subject + ": " + message));
      case EMAIL -> byGateway(notice, "email", Map.of("subject", subject, "text", message));
      case ROBOT -> robots.send(address, notice.contact().robot(), subject + "\n" + message);
    };
  }

  private Handover byGateway(Notice notice, String channel, Map<String, String> content) {
    EffectKey effect = new EffectKey(notice.workspace(), NO_RUN, NODE, NOBODY, notice.id());
    OutboundMessage message = new OutboundMessage(effect, notice.contact().address(), content, 1);
    return gateway(notice.workspace(), channel).send(List.of(message)).get(0);
  }

  private OpenGateway gateway(WorkspaceId workspace, String channel) {
    return gateways.describe(workspace, PREFIX + channel).isPresent()
        ? gateways.open(workspace, PREFIX + channel)
        : gateways.forChannel(workspace, channel);
  }
}
