package io.sluice.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.Api.Answer;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Journey;
import io.sluice.engine.testing.Shop;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the designer asks the server for while somebody draws and watches, over HTTP. */
@EngineTest
class DrawnCanvasTest {
  private static final String ADULTS =
      "{'rule':{'all':[{'profile':'level','op':'at-least','value':2}]}}";

  @LocalServerPort int port;
  private Shop shop;

  @BeforeEach
  void tenPeopleOfLevelsZeroToFourAndOthersOfTheSameKeysNextDoor() {
    shop = Shop.create(new Api(port));
    Shop other = Shop.create(new Api(port));
    for (int i = 0; i < 10; i++) {
      String person =
          "{'profile':{'registered_at':'2020-01-01T00:00:00Z','phone':'1380000000%d','level':%d}}";
      shop.put("members/m" + i, person.formatted(i, i % 5));
      other.put("members/m" + i, person.formatted(i, 4 - i % 5));
    }
  }

  private Journey drawn(String key) {
    return Journey.in(shop, key)
        .node("who", "target-group", "{'who':'everyone'}")
        .node("only", "filter", ADULTS)
        .node("pause", "wait", "{'for':'duration','duration':'P300D'}")
        .node("mark", "tag", "{'tag':'%s','action':'add'}".formatted(key))
        .arrow("who", "only")
        .arrow("only", "pause")
        .arrow("pause", "mark");
  }

  private JsonNode counts(Journey journey) {
    return shop.post("canvas/counts", "{'canvas':" + journey.canvas() + "}").json().path("nodes");
  }

  private Answer walk(Journey journey, String member) {
    return shop.post(
        "canvas/walk", "{'canvas':%s,'member':'%s'}".formatted(journey.canvas(), member));
  }

  @Test
  void countsDryRunAndRunPassPeopleThroughNodesThatAreSwitchedOff() {
    Journey journey = drawn("off").off("only").off("pause");

    JsonNode counts = counts(journey);
    JsonNode forecast = journey.dryRun("{}").path("result").path("nodes");
    JsonNode run = journey.finished(journey.start("{}")).path("nodes");

    assertThat(counts.at("/only/ports/rest").asInt()).isZero();
    assertThat(counts.at("/mark/in").asInt()).isEqualTo(10);
    assertThat(Journey.nodeOf(forecast, "mark").path("in").asInt()).isEqualTo(10);
    assertThat(Journey.nodeOf(run, "mark").at("/ports/done").asInt()).isEqualTo(10);
    assertThat(Journey.nodeOf(run, "only").at("/ports/out").asInt()).isEqualTo(10);
  }

  @Test
  void nobodyEntersByATargetGroupThatIsSwitchedOff() {
    assertThat(counts(drawn("closed").off("who")).at("/only/in").asInt()).isZero();
  }

  @Test
  void settingsOfANodeThatIsSwitchedOffMayBeMissing() {
    Journey journey = drawn("bare").node("text", "sms", "{}").arrow("mark:failed", "text");

    assertThat(journey.save().status()).isEqualTo(422);
    assertThat(journey.off("text").save().status()).isLessThan(300);
  }

  @Test
  void tellsWhereAMemberWouldGoAndWhy() {
    JsonNode way = walk(drawn("way"), "m3").json();

    assertThat(way.at("/member/key").asText()).isEqualTo("m3");
    assertThat(way.path("nodes").findValuesAsText("node"))
        .containsExactly("who", "only", "pause", "mark");
    JsonNode only = way.path("nodes").get(1);
    assertThat(only.at("/exits/0/port").asText()).isEqualTo("out");
    assertThat(only.at("/conditions/0/condition/profile").asText()).isEqualTo("level");
    assertThat(only.at("/conditions/0/met").asBoolean()).isTrue();
    assertThat(way.path("nodes").get(2).path("until").asText())
        .isGreaterThan(way.path("nodes").get(2).path("at").asText());
  }

  @Test
  void aWalkEndsWhereAConditionIsNotMet() {
    JsonNode way = walk(drawn("short"), "+86 138 0000 0001").json().path("nodes");

    assertThat(way.findValuesAsText("node")).containsExactly("who", "only");
    assertThat(way.get(1).at("/exits/0/port").asText()).isEqualTo("rest");
    assertThat(way.get(1).at("/conditions/0/met").asBoolean()).isFalse();
  }

  @Test
  void asksForSomebodyWhoIsThere() {
    assertThat(walk(drawn("lost"), "nobody").status()).isEqualTo(404);
    assertThat(walk(drawn("lost"), " ").code()).isEqualTo("no-member");
  }

  @Test
  void allWhoWatchARunAreToldOfEachChange() throws Exception {
    Journey journey = drawn("watched");
    journey.save();
    long run = journey.start("{}");
    List<Iterator<String>> pages = List.of(events(run), events(run));

    for (Iterator<String> page : pages) {
      assertThat(until(page, "\"state\":\"running\"")).contains("\"id\":" + run);
    }
    journey.awaitRun(
        run,
        view ->
            Journey.nodeOf(view.path("nodes"), "pause").path("state").asText().equals("waiting"));
    shop.post("runs/" + run + "/stop", "{}");
    for (Iterator<String> page : pages) {
      until(page, "\"state\":\"stopped\"");
      page.forEachRemaining(line -> assertThat(line).isEmpty());
    }
  }

  @Test
  void whoWatchesARunThatIsNotThereIsToldSo() {
    assertThat(shop.get("runs/77/events").status()).isEqualTo(404);
  }

  private Iterator<String> events(long run) throws Exception {
    Stream<String> lines =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        URI.create(
                            "http://127.0.0.1:%d%s/runs/%d/events"
                                .formatted(port, shop.address(), run)))
                    .build(),
                BodyHandlers.ofLines())
            .body();
    return lines.iterator();
  }

  private static String until(Iterator<String> lines, String part) {
    while (lines.hasNext()) {
      String line = lines.next();
      if (line.startsWith("data:") && line.contains(part)) {
        return line;
      }
    }
    throw new AssertionError("The stream ended before " + part);
  }
}
