package io.sluice.engine.delivery.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.Api.Answer;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Shop;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.engine.workspace.Workspaces;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@EngineTest
class GatewayApiTest {
  private static final String SANDBOX = "{'kind':'sandbox','channel':'sms','default':true}";

  @LocalServerPort int port;
  @Autowired Gateways gateways;
  @Autowired Workspaces workspaces;
  Shop shop;
  WorkspaceId workspace;

  @BeforeEach
  void makeShop() {
    shop = Shop.create(new Api(port));
    workspace = workspaces.find(shop.key()).orElseThrow().id();
  }

  @Test
  void showsTheSandboxesThatAreThereByThemselves() {
    JsonNode all = shop.get("gateways").json();

    assertThat(all.findValuesAsText("key"))
        .containsExactly("sandbox-email", "sandbox-sms", "sandbox-webhook");
    assertThat(all.at("/0/default").asBoolean()).isTrue();
  }

  @Test
  void tellsOfEachKindWhatItsFormNeeds() {
    JsonNode kinds = new Api(port).get("/api/gateway-kinds").json();

    assertThat(kinds.findValuesAsText("key")).containsExactly("http", "sandbox", "smtp");
    assertThat(kinds.at("/2/channels").toString()).isEqualTo("[\"email\"]");
    JsonNode http = kinds.at("/0/settings/properties");
    assertThat(http.at("/body/x-field").asText()).isEqualTo("json");
    assertThat(http.at("/headers/x-field").asText()).isEqualTo("text-map");
    assertThat(http.at("/requestTimeout/x-placeholder").asText()).isEqualTo("30");
    for (JsonNode kind : kinds) {
      assertThat(kind.path("settings").path("properties")).isNotEmpty();
      for (JsonNode setting : kind.path("settings").path("properties")) {
        assertThat(setting.findValue("title")).as(setting.toString()).isNotNull();
        assertThat(setting.findValue("x-title-zh")).as(setting.toString()).isNotNull();
      }
    }
  }

  @Test
  void keepsOneDefaultOfAChannel() {
    assertThat(shop.put("gateways/first", SANDBOX).status()).isEqualTo(201);
    assertThat(shop.put("gateways/second", SANDBOX).status()).isEqualTo(201);

    assertThat(gateways.forChannel(workspace, "sms").config().key()).isEqualTo("second");
    assertThat(defaults("sms")).isEqualTo(1);
    assertThat(shop.get("gateways/sandbox-sms").json().path("default").asBoolean()).isFalse();
  }

  @Test
  void goesBackToTheSandboxWhenTheDefaultIsNoneAnyMore() {
    shop.put("gateways/first", SANDBOX);

    assertThat(shop.delete("gateways/first").status()).isEqualTo(409);
    shop.put("gateways/first", SANDBOX.replace("true", "false"));
    assertThat(shop.delete("gateways/first").status()).isEqualTo(204);

    assertThat(gateways.forChannel(workspace, "sms").config().key()).isEqualTo("sandbox-sms");
    assertThat(gateways.open(workspace, "first").broken()).isPresent();
  }

  @Test
  void opensAGatewayAnewOnceItIsConfiguredAnew() {
    shop.put("gateways/first", SANDBOX);
    assertThat(gateways.open(workspace, "first").policy().callSize()).isEqualTo(5_000);
    assertThat(gateways.open(workspace, "first")).isSameAs(gateways.open(workspace, "first"));

    shop.put("gateways/first", with("'callSize':3"));

    assertThat(gateways.open(workspace, "first").policy().callSize()).isEqualTo(3);
  }

  @Test
  void tellsAllThatIsWrongWithSettings() {
    Answer answer = shop.put("gateways/first", with("'callSize':0,'faults':{'errors':1.5}"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("problems").findValuesAsText("field"))
        .containsExactly("/settings/callSize", "/settings/faults/errors", "/settings/faults");
  }

  @Test
  void namesTheFieldThatIsUnknownOrOfAnotherType() {
    assertField("/settings/callsize", with("'callsize':1"));
    assertField("/settings/callSize", with("'callSize':'many'"));
    assertField("/kind", "{'kind':'pigeon','channel':'sms'}");
    assertField("/channel", "{'kind':'sandbox','channel':'S M S'}");
    assertField("/channel", "{'kind':'sandbox'}");
    assertField("/parts", "{'kind':'sandbox','channel':'sms','parts':'none'}");
  }

  @Test
  void keepsTheNamesOfSandboxes() {
    assertThat(shop.put("gateways/sandbox-email", SANDBOX).json().path("code").asText())
        .isEqualTo("reserved-key");
    assertThat(shop.put("gateways/sandbox-sms", with("'callSize':9")).status()).isEqualTo(201);
    assertThat(gateways.forChannel(workspace, "sms").policy().callSize()).isEqualTo(9);
  }

  @Test
  void sendsTestsAndRemembersTheLastThreeAddresses() {
    for (String address : new String[] {"1", "2", "3", "2", "4"}) {
      Answer answer = shop.post("gateways/sandbox-sms/test", "{'address':'" + address + "'}");
      assertThat(answer.json().path("outcome").asText()).isEqualTo("accepted");
    }

    assertThat(shop.get("gateways/sandbox-sms").json().path("testAddresses").toString())
        .isEqualTo("[\"4\",\"2\",\"3\"]");
    assertThat(shop.get("sandbox/messages").json().at("/messages/0/test").asBoolean()).isTrue();
  }

  @Test
  void doesNotTestWithoutAddressOrGateway() {
    assertThat(shop.post("gateways/sandbox-sms/test", "{}").status()).isEqualTo(400);
    assertThat(shop.post("gateways/none/test", "{'address':'1'}").status()).isEqualTo(404);
  }

  private void assertField(String field, String body) {
    Answer answer = shop.put("gateways/first", body);

    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.json().path("field").asText()).as(answer.text()).isEqualTo(field);
  }

  private long defaults(String channel) {
    return StreamSupport.stream(shop.get("gateways").json().spliterator(), false)
        .filter(each -> each.path("channel").asText().equals(channel))
        .filter(each -> each.path("default").asBoolean())
        .count();
  }

  private static String with(String settings) {
    return "{'kind':'sandbox','channel':'sms','default':true,'settings':{" + settings + "}}";
  }
}
