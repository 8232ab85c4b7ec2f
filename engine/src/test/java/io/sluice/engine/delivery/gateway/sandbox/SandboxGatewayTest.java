package io.sluice.engine.delivery.gateway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.delivery.gateway.Gateways;
import io.sluice.engine.delivery.gateway.Handover;
import io.sluice.engine.delivery.gateway.OpenGateway;
import io.sluice.engine.delivery.gateway.OutboundMessages;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Shop;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.engine.workspace.Workspaces;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@EngineTest
@Tag("any-database")
class SandboxGatewayTest {
  @LocalServerPort int port;
  @Autowired Gateways gateways;
  @Autowired Workspaces workspaces;
  @Autowired DSLContext db;
  Shop shop;
  WorkspaceId workspace;

  @BeforeEach
  void makeShop() {
    shop = Shop.create(new Api(port));
    workspace = workspaces.find(shop.key()).orElseThrow().id();
  }

  @Test
  void isTheDefaultOfEveryChannel() {
    assertThat(gateways.forChannel(workspace, "sms").config().key()).isEqualTo("sandbox-sms");
    assertThat(gateways.defaultOf(workspace, "push").kind()).isEqualTo("sandbox");
    assertThat(gateways.open(workspace, "sandbox-sms").config().isDefault()).isTrue();
  }

  @Test
  void keepsWhatItAccepts() {
    OpenGateway sandbox = gateways.forChannel(workspace, "sms");

    assertThat(sandbox.send(OutboundMessages.texts(workspace, 12_000)))
        .hasSize(12_000)
        .allMatch(Handover.Accepted.class::isInstance);
    assertThat(kept()).isEqualTo(12_000);
  }

  @Test
  void keepsOnceWhatComesAgainWhereItRecognisesIt() {
    shop.put(
        "gateways/sandbox-sms",
        "{'kind':'sandbox','channel':'sms','settings':"
            + "{'deduplicates':'PT1H','faults':{'lostAnswers':0.5}}}");
    OpenGateway sandbox = gateways.forChannel(workspace, "sms");

    sandbox.send(OutboundMessages.texts(workspace, 100));
    sandbox.send(OutboundMessages.texts(workspace, 120));

    assertThat(kept()).isEqualTo(120);
  }

  @Test
  void keepsTwiceWhatComesAgainWhereItDoesNot() {
    gateways.forChannel(workspace, "sms").send(OutboundMessages.texts(workspace, 10));
    gateways.forChannel(workspace, "sms").send(OutboundMessages.texts(workspace, 10));

    assertThat(kept()).isEqualTo(20);
  }

  @Test
  void takesNothingByAGatewayThatIsGone() {
    OpenGateway gone = gateways.open(workspace, "gone");

    assertThat(gone.broken()).isPresent();
    assertThat(gone.send(OutboundMessages.texts(workspace, 2)))
        .hasSize(2)
        .allMatch(Handover.NotTaken.class::isInstance);
  }

  private int kept() {
    return db.fetchCount(SandboxTables.MESSAGE, SandboxTables.WORKSPACE.eq(workspace.value()));
  }
}
