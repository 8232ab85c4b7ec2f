package io.sluice.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Journey;
import io.sluice.engine.testing.MovableTime;
import io.sluice.engine.testing.SettableClock;
import io.sluice.engine.testing.Shop;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Conditions on what people do while they are in a run, over HTTP. */
@EngineTest
@Import(MovableTime.class)
@Tag("any-database")
class EventConditionRunTest {
  @LocalServerPort int port;
  @Autowired SettableClock clock;
  private Shop shop;

  @BeforeEach
  void threePeopleOfWhomOneViewedBefore() {
    shop = Shop.create(new Api(port));
    shop.imports()
        .run("members/import", "member,registered_at\na,2020-01-01\nb,2020-01-01\nc,2020-01-01\n");
    viewed("before", "a");
  }

  @AfterEach
  void backToThePresent() {
    clock.reset();
  }

  private void viewed(String event, String member) {
    shop.imports()
        .run(
            "events/import",
            "event,member,type,at\n%s,%s,viewed,%s\n".formatted(event, member, clock.instant()));
  }

  private Journey journey(String key, String condition) {
    return Journey.in(shop, key)
        .node("who", "target-group", "{'who':'everyone'}")
        .node("first", "wait", "{'for':'duration','duration':'PT1H'}")
        .node("second", "wait", "{'for':'duration','duration':'PT1H'}")
        .node("if", "filter", "{'rule':" + condition + "}")
        .node("yes", "tag", "{'tag':'" + key + "','action':'add'}")
        .arrow("who", "first")
        .arrow("first", "second")
        .arrow("second", "if")
        .arrow("if", "yes");
  }

  private static void awaitWaiting(Journey journey, long run, String node) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                Journey.nodeOf(journey.run(run).path("nodes"), node)
                    .path("state")
                    .asText()
                    .equals("waiting"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'done'     | {'since':'entering'}   | 2",
        "'not-done' | {'since':'entering'}   | 1",
        "'done'     | {'sinceNode':'second'} | 1",
        "'done'     | {'last':'P1D'}         | 3",
      })
  void countsWhatPeopleDidSinceTheyWereThere(String metric, String window, int people) {
    boolean open = !window.contains("last");
    Journey journey =
        journey("since", "{'events':" + metric + ",'type':'viewed','window':" + window + "}");
    JsonNode forecast = Journey.nodeOf(journey.dryRun("{}").at("/result/nodes"), "if");
    // What is known now says of one; what people will do may be anything.
    assertThat(forecast.at("/ports/out").asInt()).as(forecast.toString()).isEqualTo(open ? 3 : 1);
    assertThat(forecast.path("upTo").size()).isEqualTo(open ? 2 : 0);

    long run = journey.start("{}");
    awaitWaiting(journey, run, "first");
    clock.pass(Duration.ofMinutes(1));
    viewed("early", "b");
    clock.pass(Duration.ofMinutes(60));
    awaitWaiting(journey, run, "second");
    clock.pass(Duration.ofMinutes(1));
    viewed("late", "c");
    clock.pass(Duration.ofMinutes(60));
    JsonNode done = Journey.nodeOf(journey.finished(run).path("nodes"), "if");

    assertThat(done.at("/ports/out").asInt()).as(done.toString()).isEqualTo(people);
  }
}
