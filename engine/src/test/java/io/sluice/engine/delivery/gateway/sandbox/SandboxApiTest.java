package io.sluice.engine.delivery.gateway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.delivery.gateway.Gateways;
import io.sluice.engine.delivery.gateway.OutboundMessage;
import io.sluice.engine.delivery.gateway.OutboundMessages;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Shop;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.engine.workspace.Workspaces;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@EngineTest
class SandboxApiTest {
  @LocalServerPort int port;
  @Autowired Gateways gateways;
  @Autowired Workspaces workspaces;
  Shop shop;
  WorkspaceId workspace;

  @BeforeEach
  void makeShop() {
    Api api = new Api(port);
    Shop other = Shop.create(api);
    shop = Shop.create(api);
    workspace = workspaces.find(shop.key()).orElseThrow().id();
    shop.put("members/ann", "{}");
    WorkspaceId neighbour = workspaces.find(other.key()).orElseThrow().id();
    send(OutboundMessages.to(neighbour, 0, "+1", Map.of("text", "Of another shop")));
  }

  @Test
  void showsAMessageAsThePersonWouldHaveGotIt() {
    send(message("+8613800000000", "Hi \"安\" \\ \t😀\nhttps://x.example/a?b=1, bye"));

    JsonNode first = messages("").path(0);

    assertThat(first.path("member").asText()).isEqualTo("ann");
    assertThat(first.path("address").asText()).isEqualTo("+8613800000000");
    assertThat(first.at("/content/text").asText())
        .isEqualTo("Hi \"安\" \\ \t😀\nhttps://x.example/a?b=1, bye");
    assertThat(first.at("/links/0").asText()).startsWith("https://x.example/a?b=1");
    assertThat(shop.get("sandbox/messages/" + first.path("id").asText()).json()).isEqualTo(first);
  }

  @Test
  void keepsTheNewestFirstAndPages() {
    for (String text : List.of("one", "two", "three")) {
      send(message("+1", text));
    }
    JsonNode page = shop.get("sandbox/messages?limit=2").json();

    assertThat(page.path("messages").findValuesAsText("text")).containsExactly("three", "two");
    assertThat(messages("?limit=2&before=" + page.path("next").asText()).findValuesAsText("text"))
        .containsExactly("one");
  }

  @Test
  void findsByWhatItIsAskedFor() {
    send(message("+1", "one"));
    gateways.forChannel(workspace, "email").send(List.of(message("a@x.example", "two")));

    assertThat(messages("?channel=email").findValuesAsText("text")).containsExactly("two");
    assertThat(messages("?address=%2B1").findValuesAsText("text")).containsExactly("one");
    assertThat(messages("?member=ann&run=7&node=n1&gateway=sandbox-sms")).hasSize(1);
    assertThat(messages("?run=8")).isEmpty();
    assertThat(messages("?node=n2")).isEmpty();
    assertThat(shop.get("sandbox/messages?member=bob").status()).isEqualTo(404);
    assertThat(shop.get("sandbox/messages?limit=0").status()).isEqualTo(400);
    assertThat(shop.get("sandbox/messages/1").status()).isEqualTo(404);
  }

  @Test
  void showsWhatSeveralPeopleGetBesideWhatOneGets() {
    List<OutboundMessage> call =
        new ArrayList<>(Collections.nCopies(12, message("+1", "The same")));
    call.add(message("+2", "Own"));
    gateways.forChannel(workspace, "sms").send(call);

    List<String> texts = messages("").findValuesAsText("text");

    assertThat(texts).hasSize(13).contains("Own");
    assertThat(Collections.frequency(texts, "The same")).isEqualTo(12);
  }

  @Test
  void clearsTheWorkspaceOnly() {
    send(message("+1", "one"));

    assertThat(shop.delete("sandbox/messages").json().path("messages").asInt()).isEqualTo(1);
    assertThat(messages("")).isEmpty();
  }

  @Test
  void keepsNothingOfSomebodyWhoIsErased() {
    send(message("+1", "To Ann"));
    send(OutboundMessages.to(workspace, 1, "+2", Map.of("text", "To somebody else")));

    shop.delete("members/ann");

    assertThat(messages("").findValuesAsText("text")).containsExactly("To somebody else");
  }

  @Test
  void refusesAReplyWithoutWordsAndNewsOfNoKind() {
    send(message("+1", "one"));
    String id = messages("").at("/0/id").asText();

    assertThat(shop.post("sandbox/messages/" + id + "/reply", "{}").status()).isEqualTo(400);
    assertThat(
            shop.post("sandbox/messages/" + id + "/receipts", "{'kind':'eaten'}")
                .json()
                .path("field")
                .asText())
        .isEqualTo("/kind");
  }

  private void send(OutboundMessage message) {
    gateways.forChannel(message.effect().workspace(), "sms").send(List.of(message));
  }

  private OutboundMessage message(String address, String text) {
    return OutboundMessages.to(workspace, 0, address, Map.of("text", text));
  }

  private JsonNode messages(String query) {
    return shop.get("sandbox/messages" + query).json().path("messages");
  }
}
