package io.sluice.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.Api.Answer;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Journey;
import io.sluice.engine.testing.MovableTime;
import io.sluice.engine.testing.SettableClock;
import io.sluice.engine.testing.Shop;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Conditions on what became of messages, from the canvas to the ports, over HTTP. */
@EngineTest
@Import(MovableTime.class)
@Tag("any-database")
class MessageConditionRunTest {
  private static final Pattern LINK = Pattern.compile("http://localhost:\\d+(/l/[\\w-]{20})");

  @LocalServerPort int port;
  @Autowired SettableClock clock;
  private Shop shop;

  @BeforeEach
  void threePeopleOfWhomTwoCanBeWrittenTo() {
    shop = Shop.create(new Api(port));
    shop.imports()
        .run(
            "members/import?consentBasis=opt-in",
            """
            member,name,phone,registered_at,consent:sms
            a,Ada,13800000001,2020-01-01,yes
            b,Bob,13800000002,2020-01-01,yes
            c,Cy,13800000003,2020-01-01,no
            """);
    shop.put("messaging-policy", "{'caps':[]}");
  }

  @AfterEach
  void backToThePresent() {
    clock.reset();
  }

  private Journey journey(String key, String condition) {
    return Journey.in(shop, key)
        .node("who", "target-group", "{'who':'everyone'}")
        .node(
            "sms",
            "sms",
            """
            {'purpose':'marketing','text':'{{ \\"https://shop.example/\\" | link }}',
             'signature':'【Shop】','optOut':'回T退订'}
            """)
        .node("wait", "wait", "{'for':'duration','duration':'PT1H'}")
        .node("if", "filter", "{'rule':" + condition + "}")
        .node("yes", "tag", "{'tag':'" + key + "-yes','action':'add'}")
        .node("no", "tag", "{'tag':'" + key + "-no','action':'add'}")
        .arrow("who", "sms")
        .arrow("sms", "wait")
        .arrow("wait", "if")
        .arrow("if", "yes")
        .arrow("if:rest", "no");
  }

  @Test
  void sortsPeopleByWhetherTheyClicked() {
    Journey journey = journey("click", "{'message':{'node':'sms','is':'clicked'}}");
    JsonNode forecast = journey.dryRun("{}").at("/result/nodes");
    JsonNode node = Journey.nodeOf(forecast, "if");
    assertThat(node.at("/ports/out").asInt()).as(node.toString()).isEqualTo(2);
    assertThat(node.at("/ports/rest").asInt()).isEqualTo(2);
    assertThat(node.path("upTo").toString()).isEqualTo("[\"out\",\"rest\"]");
    assertThat(Journey.nodeOf(forecast, "yes").path("upTo").toString())
        .isEqualTo("[\"in\",\"done\"]");
    assertThat(Journey.nodeOf(forecast, "wait").path("upTo")).isEmpty();

    long run = journey.start("{}");
    await().atMost(Duration.ofSeconds(30)).until(() -> inbox("13800000001") != null);
    assertThat(shop.api().get(linkTo("13800000001")).location()).isEqualTo("https://shop.example/");
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> state(journey, run, "wait").equals("waiting"));
    clock.pass(Duration.ofMinutes(61));
    JsonNode done = journey.finished(run).path("nodes");

    assertThat(Journey.nodeOf(done, "if").at("/ports/out").asInt()).isEqualTo(1);
    assertThat(Journey.nodeOf(done, "if").at("/ports/rest").asInt()).isEqualTo(1);
    assertThat(shop.get("tags/click-yes/members").text()).contains("\"a\"");
    assertThat(shop.get("tags/click-no/members").text()).contains("\"b\"");
  }

  @Test
  void knowsBeforeWhoWillBeHeldBack() {
    Journey journey =
        Journey.in(shop, "held")
            .node("who", "target-group", "{'who':'everyone'}")
            .node(
                "sms",
                "sms",
                "{'purpose':'marketing','text':'Hi','signature':'【Shop】','optOut':'回T退订'}")
            .node("all", "merge", "{}")
            .node("if", "filter", "{'rule':{'message':{'node':'sms','is':'suppressed'}}}")
            .node("no", "tag", "{'tag':'held','action':'add'}")
            .arrow("who", "sms")
            .arrow("sms", "all")
            .arrow("sms:suppressed", "all")
            .arrow("all", "if")
            .arrow("if", "no");
    JsonNode forecast = Journey.nodeOf(journey.dryRun("{}").at("/result/nodes"), "if");
    JsonNode done = Journey.nodeOf(journey.finished(journey.start("{}")).path("nodes"), "if");

    assertThat(forecast.path("upTo")).isEmpty();
    assertThat(forecast.at("/ports/out").asInt()).isEqualTo(1);
    assertThat(done.path("ports")).isEqualTo(forecast.path("ports"));
  }

  @Test
  void refusesToAskOfANodeThatSendsNothingBefore() {
    Answer behind = journey("behind", "{'message':{'node':'wait','is':'clicked'}}").save();
    Answer missing = journey("missing", "{'message':{'node':'sms9','is':'clicked'}}").save();

    for (Answer answer : new Answer[] {behind, missing}) {
      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.json().at("/problems/0/code").asText()).isEqualTo("unknown-node");
      assertThat(answer.json().at("/problems/0/nodeId").asText()).isEqualTo("if");
    }
  }

  @Test
  void countsUpperBoundsWhileDrawing() {
    Journey journey = journey("counts", "{'message':{'node':'sms','is':'replied'}}");
    journey.save();
    Answer canvas = shop.get("campaigns/counts");

    JsonNode node =
        shop.api()
            .post(shop.address() + "/canvas/counts", "{\"canvas\":" + canvas.text() + "}")
            .json()
            .at("/nodes/if");

    assertThat(node.at("/ports/out").asInt()).as(node.toString()).isEqualTo(2);
    assertThat(node.path("upTo").toString()).isEqualTo("[\"out\",\"rest\"]");
  }

  private static String state(Journey journey, long run, String node) {
    return Journey.nodeOf(journey.run(run).path("nodes"), node).path("state").asText();
  }

  private JsonNode inbox(String address) {
    for (JsonNode message : shop.get("sandbox/messages?limit=100").json().path("messages")) {
      if (message.path("address").asText().equals(address)) {
        return message;
      }
    }
    return null;
  }

  private String linkTo(String address) {
    Matcher link = LINK.matcher(inbox(address).at("/content/text").asText());
    assertThat(link.find()).as(inbox(address).toString()).isTrue();
    return link.group(1);
  }
}
