package io.sluice.engine.delivery.sending;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Journey;
import io.sluice.engine.testing.Shop;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Messages from the canvas to the sandbox's inbox, over HTTP. */
@EngineTest
class MessageRunTest {
  private static final String SMS =
      "{'purpose':'marketing','text':'Hello {{ member.name }}','signature':'【Shop】','optOut':'回T退订'}";

  @LocalServerPort int port;
  private Shop shop;

  @BeforeEach
  void makeShop() {
    shop = Shop.create(new Api(port));
    shop.imports()
        .run(
            "members/import?consentBasis=opt-in",
            """
            member,name,phone,status,consent:sms
            a,Ada,13800000001,active,yes
            b,Bob,13800000002,active,yes
            c,Cy,13800000002,active,yes
            d,Dan,,active,yes
            e,Eve,13800000005,active,no
            f,Fay,13800000006,deregistered,yes
            """);
  }

  private Journey journey(String key) {
    return Journey.in(shop, key)
        .node("who", "target-group", "{'who':'everyone'}")
        .node("sms", "sms", SMS)
        .node("tag", "tag", "{'tag':'messaged','action':'add'}")
        .arrow("who", "sms")
        .arrow("sms", "tag");
  }

  @Test
  void sendsEachPersonOnceAndKeepsWhyTheOthersGotNothing() {
    Journey journey = journey("hello");
    JsonNode forecast = Journey.nodeOf(journey.dryRun("{}").at("/result/nodes"), "sms");
    assertThat(forecast.at("/ports/done").asInt()).as(forecast.toString()).isEqualTo(2);
    assertThat(forecast.path("units").asInt()).isEqualTo(2);

    JsonNode sms = Journey.nodeOf(journey.finished(journey.start("{}")).path("nodes"), "sms");

    assertThat(sms.at("/ports/done").asInt()).isEqualTo(2);
    assertThat(sms.at("/ports/suppressed").asInt()).isEqualTo(4);
    assertThat(sms.at("/reasons/suppressed")).isEqualTo(forecast.path("heldBack"));
    for (String reason : List.of("deregistered", "not-contactable", "same-address", "no-consent")) {
      assertThat(sms.at("/reasons/suppressed/" + reason).asInt()).as(reason).isEqualTo(1);
    }
    assertThat(inbox())
        .containsExactlyInAnyOrder(
            "13800000001 【Shop】Hello Ada回T退订", "13800000002 【Shop】Hello Bob回T退订");
    assertThat(shop.get("members/a/tags").text()).contains("messaged");
    assertThat(shop.get("members/e/tags").text()).doesNotContain("messaged");
  }

  @Test
  void holdsBackWhoWouldGetAFourthMessageInADay() {
    for (int i = 1; i <= 3; i++) {
      Journey journey = journey("round-" + i);
      journey.save();
      journey.finished(journey.start("{}"));
    }
    Journey fourth = journey("round-4");

    JsonNode forecast = Journey.nodeOf(fourth.dryRun("{}").at("/result/nodes"), "sms");
    JsonNode sms = Journey.nodeOf(fourth.finished(fourth.start("{}")).path("nodes"), "sms");

    assertThat(forecast.at("/heldBack/frequency-cap").asInt()).isEqualTo(2);
    assertThat(sms.at("/reasons/suppressed/frequency-cap").asInt()).isEqualTo(2);
    assertThat(inbox()).hasSize(6);
  }

  @Test
  void namesTheCapThatSaysNothing() {
    assertThat(shop.put("messaging-policy", "{'caps':[null]}").json().path("field").asText())
        .isEqualTo("/caps/0");
  }

  @Test
  void doesNotSendWhileItIsNightForThePerson() {
    assertThat(
            shop.put(
                    "messaging-policy", "{'caps':[],'quietHours':{'from':'00:00','to':'23:59:59'}}")
                .status())
        .isEqualTo(200);
    Journey journey =
        Journey.in(shop, "night")
            .node("who", "target-group", "{'who':'everyone'}")
            .node("sms", "sms", SMS.replace("}}'", "}}','atNight':'drop'"))
            .arrow("who", "sms");

    JsonNode forecast = Journey.nodeOf(journey.dryRun("{}").at("/result/nodes"), "sms");
    JsonNode sms = Journey.nodeOf(journey.finished(journey.start("{}")).path("nodes"), "sms");

    assertThat(forecast.at("/heldBack/quiet-hours").asInt()).isEqualTo(2);
    assertThat(sms.at("/reasons/suppressed/quiet-hours").asInt()).isEqualTo(2);
    assertThat(inbox()).isEmpty();
  }

  @Test
  void passesOverWhomTheMarketerNames() {
    Journey journey =
        Journey.in(shop, "skip")
            .node("who", "target-group", "{'who':'everyone'}")
            .node("sms", "sms", SMS.replace("}}'", "}}','skipIf':{'member':'a'}"))
            .node("tag", "tag", "{'tag':'after','action':'add'}")
            .arrow("who", "sms")
            .arrow("sms", "tag");
    journey.save();

    JsonNode sms = Journey.nodeOf(journey.finished(journey.start("{}")).path("nodes"), "sms");

    assertThat(sms.at("/ports/done").asInt()).isEqualTo(2);
    assertThat(sms.at("/reasons/done/skipped").asInt()).isEqualTo(1);
    assertThat(inbox()).hasSize(1);
    assertThat(shop.get("members/a/tags").text()).contains("after");
  }

  private List<String> inbox() {
    List<String> messages = new ArrayList<>();
    for (JsonNode message : shop.get("sandbox/messages?limit=100").json().path("messages")) {
      messages.add(message.path("address").asText() + " " + message.at("/content/text").asText());
    }
    return messages;
  }
}
