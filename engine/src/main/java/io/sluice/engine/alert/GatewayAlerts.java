package io.sluice.engine.alert;

import io.sluice.engine.delivery.gateway.GatewayBroke;
import io.sluice.engine.delivery.gateway.GatewayConfig;
import io.sluice.engine.delivery.gateway.GatewayRecovered;
import io.sluice.engine.delivery.gateway.Gateways;
import io.sluice.engine.workspace.WorkspaceId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Gateways that this server found broken. */
@Component
class GatewayAlerts implements TroubleSource {
  private final Gateways gateways;
  private final Alerts alerts;
  private final Map<Name, Breakdown> broken = new ConcurrentHashMap<>();

  GatewayAlerts(Gateways gateways, Alerts alerts) {
    this.gateways = gateways;
    this.alerts = alerts;
  }

  private record Name(WorkspaceId workspace, String gateway) {
    String cause() {
      return "gateway/" + gateway;
    }
  }

  private record Breakdown(String reason, Optional<GatewayConfig> config) {}

  @EventListener
  void broke(GatewayBroke event) {
    broken.put(
        new Name(event.workspace(), event.gateway()),
        new Breakdown(event.reason(), gateways.describe(event.workspace(), event.gateway())));
  }

  @EventListener
  void recovered(GatewayRecovered event) {
    Name name = new Name(event.workspace(), event.gateway());
    broken.remove(name);
    alerts.end(name.workspace(), name.cause());
  }

  @Override
  public List<Trouble> troubles() {
    // With other settings, or gone, it is another gateway and may work.
    broken.entrySet().removeIf(each -> !isAsItWas(each.getKey(), each.getValue()));
    return broken.entrySet().stream()
        .map(each -> trouble(each.getKey(), each.getValue().reason()))
        .toList();
  }

  private boolean isAsItWas(Name name, Breakdown breakdown) {
    return gateways.describe(name.workspace(), name.gateway()).equals(breakdown.config());
  }

  private static Trouble trouble(Name name, String reason) {
    return new Trouble(
        AlertKind.GATEWAY_BROKEN,
        name.workspace(),
        name.cause(),
        null,
        null,
        null,
        "Gateway '%s' is broken (%s); messages wait until it works again. Ask its operator or check its settings."
            .formatted(name.gateway(), reason));
  }
}
