package io.sluice.engine.delivery.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.delivery.gateway.Gateways;
import io.sluice.engine.delivery.gateway.Handover;
import io.sluice.engine.delivery.gateway.OpenGateway;
import io.sluice.engine.delivery.gateway.OutboundMessages;
import io.sluice.engine.delivery.gateway.http.GatewayDouble.Answer;
import io.sluice.engine.delivery.gateway.http.GatewayDouble.Request;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Shop;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.engine.workspace.Workspaces;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** What the engine repeats, and what it never does, through a gateway as somebody configures it. */
@EngineTest
@TestPropertySource(
    properties = {
      "sluice.outbound.allowed=127.0.0.1",
      "sluice.outbound.first-pause=PT0.01S",
      "sluice.outbound.broken-for=PT1H",
      "sluice.secrets.sms-token=t0p-secret"
    })
@Tag("any-database")
class HttpRepeatTest {
  private static final String ONE_BY_ONE = ",'concurrency':1";
  private static final String KEYED =
      ONE_BY_ONE + ",'idempotencyHeader':'Idempotency-Key','deduplicates':'PT1H'";

  @LocalServerPort int port;
  @Autowired Gateways gateways;
  @Autowired Workspaces workspaces;
  final GatewayDouble other = new GatewayDouble();
  final AtomicInteger calls = new AtomicInteger();
  final Set<String> taken = ConcurrentHashMap.newKeySet();
  Shop shop;
  WorkspaceId workspace;

  @BeforeEach
  void makeShop() {
    shop = Shop.create(new Api(port));
    workspace = workspaces.find(shop.key()).orElseThrow().id();
  }

  @AfterEach
  void stop() {
    other.close();
  }

  @Test
  void repeatsWhatIsUnknownUnderTheSameKeyWhereTheGatewayRecognisesIt() {
    other.answering(this::everyThirdAnswerIsLost);

    assertThat(open(KEYED).send(OutboundMessages.texts(workspace, 50)))
        .hasSize(50)
        .allMatch(Handover.Accepted.class::isInstance);
    assertThat(taken).hasSize(50);
    assertThat(other.requests()).hasSizeGreaterThan(50);
    assertThat(other.requests().stream().map(Request::text).distinct()).hasSize(50);
  }

  @Test
  void neverRepeatsWhatIsUnknownWhereItDoesNot() {
    other.answering(this::everyThirdAnswerIsLost);

    List<Handover> results = open(ONE_BY_ONE).send(OutboundMessages.texts(workspace, 9));

    assertThat(results).filteredOn(Handover.Unknown.class::isInstance).hasSize(3);
    assertThat(other.requests()).hasSize(9);
  }

  @Test
  void repeatsWhatWasNotTaken() {
    other.answering(request -> new Answer(calls.getAndIncrement() % 3 == 0 ? 503 : 200, ""));

    assertThat(open(ONE_BY_ONE).send(OutboundMessages.texts(workspace, 9)))
        .allMatch(Handover.Accepted.class::isInstance);
    assertThat(other.requests()).hasSize(14);
  }

  @Test
  void showsThatAGatewayIsBroken() {
    other.answering(503, "");

    assertThat(open("").send(OutboundMessages.texts(workspace, 30)))
        .allMatch(Handover.NotTaken.class::isInstance);
    assertThat(shop.get("gateways/sms").json().at("/broken/reason").asText()).isEqualTo("http-503");
    assertThat(other.requests()).hasSizeLessThan(30);
  }

  @Test
  void sendsTheSecretAndShowsItNowhere() {
    open(",'secretHeaders':{'Authorization':'sms-token'}")
        .send(OutboundMessages.texts(workspace, 1));

    assertThat(other.requests().get(0).header("Authorization")).isEqualTo("t0p-secret");
    assertThat(shop.get("gateways/sms").text()).contains("sms-token").doesNotContain("t0p-secret");
  }

  private Answer everyThirdAnswerIsLost(Request request) {
    taken.add(request.json().path("ref").asText());
    return calls.getAndIncrement() % 3 == 0 ? Answer.CUT : new Answer(200, "");
  }

  private OpenGateway open(String more) {
    shop.put(
        "gateways/sms",
        "{'kind':'http','channel':'sms','settings':{'url':'"
            + other.url()
            + "',"
            + HttpExamples.SMS
            + more
            + "}}");
    return gateways.open(workspace, "sms");
  }
}
