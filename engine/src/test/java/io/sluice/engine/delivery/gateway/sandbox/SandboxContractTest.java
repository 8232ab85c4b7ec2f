package io.sluice.engine.delivery.gateway.sandbox;

import io.sluice.engine.delivery.gateway.Gateway;
import io.sluice.engine.delivery.gateway.GatewayConfig;
import io.sluice.engine.delivery.gateway.GatewayContract;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Shop;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.engine.workspace.Workspaces;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@EngineTest
class SandboxContractTest extends GatewayContract {
  @LocalServerPort int port;
  @Autowired Workspaces workspaces;
  @Autowired SandboxStore store;
  @Autowired SandboxReceipts receipts;
  @Autowired SandboxInbox inbox;
  WorkspaceId workspace;

  @BeforeEach
  void makeShop() {
    workspace = workspaces.find(Shop.create(new Api(port)).key()).orElseThrow().id();
  }

  @Override
  protected Gateway working() {
    return with(0, 0, 0);
  }

  @Override
  protected Gateway broken() {
    return with(1, 0, 0);
  }

  @Override
  protected Gateway losingAnswers() {
    return with(0, 0, 1);
  }

  @Override
  protected Gateway troubled() {
    return with(0.2, 0.3, 0);
  }

  @Override
  protected List<String> taken() {
    return inbox.page(workspace, List.of(), Long.MAX_VALUE, 1_000).stream()
        .map(message -> message.content().get("text"))
        .toList();
  }

  @Override
  protected String address(boolean trouble) {
    return "+8613800000000";
  }

  @Override
  protected WorkspaceId workspace() {
    return workspace;
  }

  private Gateway with(double errors, double refusals, double lost) {
    GatewayConfig config = new GatewayConfig(workspace, "box", "sandbox", "sms", true, "gsm", "{}");
    SandboxSettings settings =
        new SandboxSettings(
            null,
            null,
            null,
            null,
            null,
            null,
            new SandboxSettings.Faults(null, errors, refusals, lost, null, null));
    return new SandboxGateway(config, settings, store, receipts);
  }
}
