package io.sluice.engine.reward;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.Api.Answer;
import io.sluice.engine.testing.ApiClient;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Journey;
import io.sluice.engine.testing.Shop;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Points that nodes and people give and take, over HTTP; the same in dry run and run. */
@EngineTest
class PointsRunTest {
  @LocalServerPort int port;
  private Shop shop;

  @BeforeEach
  void threePeopleWithNoneSomeAndManyPoints() {
    shop = Shop.create(new Api(port));
    shop.put("points-accounts/shop", "{'name':'Shop points'}");
    shop.imports()
        .run("members/import", "member,registered_at\na,2020-01-01\nb,2020-01-01\nc,2020-01-01\n");
    give("b", 60, "start-b");
    give("c", 150, "start-c");
  }

  private ApiClient.Answer give(String member, long points, String key) {
    return new ApiClient(port)
        .send(
            "POST",
            shop.address() + "/points-accounts/shop/members/" + member + "/entries",
            "{\"points\":" + points + "}",
            "Idempotency-Key",
            key);
  }

  private long points(String member) {
    return shop.get("points-accounts/shop/members/" + member).json().path("points").asLong(-1);
  }

  private Journey journey(String key, String config, int atLeast) {
    return Journey.in(shop, key)
        .node("who", "target-group", "{'who':'everyone'}")
        .node("points", "points", config)
        .node("if", "filter", "{'rule':{'points':'shop','op':'at-least','value':" + atLeast + "}}")
        .node("yes", "tag", "{'tag':'" + key + "','action':'add'}")
        .arrow("who", "points")
        .arrow("points", "if")
        .arrow("if", "yes");
  }

  private void passes(Journey journey, int done, int people) {
    JsonNode forecast = journey.dryRun("{}").path("result").path("nodes");
    JsonNode run = journey.finished(journey.start("{}"));

    assertThat(port(forecast, "points", "done")).isEqualTo(done);
    assertThat(port(run.path("nodes"), "points", "done")).isEqualTo(done);
    assertThat(Journey.nodeOf(forecast, "yes").path("in").asInt()).isEqualTo(people);
    assertThat(Journey.nodeOf(run.path("nodes"), "yes").path("in").asInt()).isEqualTo(people);
  }

  private static int port(JsonNode nodes, String node, String port) {
    return Journey.nodeOf(nodes, node).path("ports").path(port).asInt(-1);
  }

  @Test
  void addsPointsAndTheNextFilterSeesThem() {
    passes(journey("add", "{'account':'shop','action':'add','points':50}", 100), 3, 2);
    assertThat(points("a")).isEqualTo(50);
    assertThat(points("b")).isEqualTo(110);
  }

  @Test
  void deductsFromThoseWhoHaveEnough() {
    passes(journey("deduct", "{'account':'shop','action':'deduct','points':100}", 50), 1, 1);
    assertThat(points("b")).isEqualTo(60);
    assertThat(points("c")).isEqualTo(50);
  }

  @Test
  void deductsDownToZero() {
    passes(
        journey(
            "clamp", "{'account':'shop','action':'deduct','points':100,'shortfall':'clamp'}", 1),
        3,
        1);
    assertThat(points("b")).isZero();
  }

  @Test
  void setsBalancesToZero() {
    passes(journey("reset", "{'account':'shop','action':'reset'}", 0), 3, 3);
    assertThat(points("c")).isZero();
  }

  @Test
  void addsOnceForOneKeyAndNeverGoesBelowZero() {
    assertThat(give("a", 10, "once").status()).isEqualTo(200);
    assertThat(give("a", 10, "once").status()).isEqualTo(200);
    assertThat(give("a", 20, "once").body().get("detail").asText()).contains("for 10 points");
    assertThat(give("b", 10, "once").status()).isEqualTo(422);
    assertThat(give("b", Long.MIN_VALUE, "least").status()).isEqualTo(400);
    assertThat(give("a", -11, "too-much").status()).isEqualTo(409);
    assertThat(points("a")).isEqualTo(10);
  }

  @Test
  void givesOneRewardOfAGroupToEachPerson() {
    Journey first =
        journey("first", "{'account':'shop','action':'add','points':50,'group':'hello'}", 100);
    passes(first, 3, 2);
    Journey second =
        journey("second", "{'account':'shop','action':'add','points':50,'group':'hello'}", 100);
    passes(second, 0, 0);
    assertThat(points("a")).isEqualTo(50);
  }

  @Test
  void givesNoSecondRewardOfAGroupThoughTheRunSeesThingsAsTheyWereBefore() {
    String config = "{'account':'shop','action':'add','points':50,'group':'hello'}";
    passes(journey("first", config, 100), 3, 2);
    Journey late = journey("late", config, 100);
    late.save();

    JsonNode run =
        late.finished(late.start("{'asOf':'" + Instant.now().minus(Duration.ofDays(1)) + "'}"));

    assertThat(
            Journey.nodeOf(run.path("nodes"), "points")
                .at("/reasons/suppressed/reward-group")
                .asInt())
        .isEqualTo(3);
  }

  @Test
  void refusesToChangeOnAParallelPathWhoGetsRewards() {
    Answer refused =
        journey("parallel", "{'account':'shop','action':'add','points':5}", 1)
            .node("ban", "blacklist", "{'list':'benefits','action':'add'}")
            .arrow("who", "ban")
            .save();

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).contains("parallel-read").contains("benefits");
  }

  @Test
  void letsNodesOfOneGroupStandBesideEachOtherWhereNobodyComesToBoth() {
    for (String account : List.of("one", "two")) {
      shop.put("points-accounts/" + account, "{'name':'Other points'}");
    }

    Answer apart = beside("rest").save();
    Answer together = beside("out").save();

    assertThat(apart.status()).as(apart.text()).isEqualTo(201);
    assertThat(together.status()).isEqualTo(422);
    assertThat(together.text()).contains("parallel-write").contains("hello");
  }

  @Test
  void letsNodesTakeFromOneAccountBesideEachOtherWhereNobodyComesToBoth() {
    Journey apart = besideInOneAccount("few", "rest");
    JsonNode forecast = apart.dryRun("{}").at("/result/nodes");
    JsonNode run = apart.finished(apart.start("{}")).path("nodes");

    for (String node : List.of("one", "two", "rich")) {
      assertThat(Journey.nodeOf(run, node).path("ports"))
          .as(node)
          .isEqualTo(Journey.nodeOf(forecast, node).path("ports"));
    }
    assertThat(port(run, "rich", "out")).isEqualTo(1);
    assertThat(List.of(points("a"), points("b"), points("c"))).containsExactly(0L, 10L, 155L);
    Answer together = besideInOneAccount("out", "out").save();
    assertThat(together.status()).isEqualTo(422);
    assertThat(together.text()).contains("parallel-write").contains("parallel-read");
  }

  /** Of one account some get points, and others pay; a rule asks what these have left. */
  private Journey besideInOneAccount(String key, String port) {
    return Journey.in(shop, "one-account-" + key)
        .node("who", "target-group", "{'who':'everyone'}")
        .node("if", "filter", "{'rule':{'points':'shop','op':'at-least','value':100}}")
        .node("one", "points", "{'account':'shop','action':'add','points':5}")
        .node("two", "points", "{'account':'shop','action':'deduct','points':50}")
        .node("rich", "filter", "{'rule':{'points':'shop','op':'at-least','value':10}}")
        .arrow("who", "if")
        .arrow("if", "one")
        .arrow("if:" + port, "two")
        .arrow("two", "rich");
  }

  /** Some get points of one account; those who leave by the port get points of another. */
  private Journey beside(String port) {
    return Journey.in(shop, "beside-" + port)
        .node("who", "target-group", "{'who':'everyone'}")
        .node("if", "filter", "{'rule':{'points':'shop','op':'at-least','value':100}}")
        .node("one", "points", "{'account':'one','action':'add','points':5,'group':'hello'}")
        .node("two", "points", "{'account':'two','action':'add','points':5,'group':'hello'}")
        .arrow("who", "if")
        .arrow("if", "one")
        .arrow("if:" + port, "two");
  }

  @Test
  void tellsThatNobodyKnowsYetWhoWillHavePointsForWhatPeopleWillDo() {
    Journey journey =
        Journey.in(shop, "future")
            .node("who", "target-group", "{'who':'everyone'}")
            .node("wait", "wait", "{'for':'duration','duration':'P1D'}")
            .node(
                "came",
                "filter",
                "{'rule':{'events':'done','type':'viewed','window':{'since':'entering'}}}")
            .node("points", "points", "{'account':'shop','action':'add','points':100}")
            .node("all", "merge", "{}")
            .node("if", "filter", "{'rule':{'points':'shop','op':'at-least','value':100}}")
            .node("pay", "points", "{'account':'shop','action':'deduct','points':120}")
            .arrow("who", "wait")
            .arrow("wait", "came")
            .arrow("came", "points")
            .arrow("came:rest", "all")
            .arrow("points", "all")
            .arrow("all", "pay")
            .arrow("pay", "if");

    JsonNode nodes = journey.dryRun("{}").path("result").path("nodes");

    assertThat(Journey.nodeOf(nodes, "pay").path("upTo").toString()).contains("done", "failed");
    assertThat(port(nodes, "pay", "done")).isEqualTo(2);
    assertThat(port(nodes, "pay", "failed")).isEqualTo(2);
    // Whoever pays has 100 left only by points that may come, and may have paid nothing.
    assertThat(Journey.nodeOf(nodes, "if").path("upTo").toString()).contains("out", "rest");
    assertThat(port(nodes, "if", "out")).isEqualTo(2);
    assertThat(port(nodes, "if", "rest")).isEqualTo(2);
  }
}
