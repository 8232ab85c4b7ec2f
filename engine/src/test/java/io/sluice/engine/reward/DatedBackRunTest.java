package io.sluice.engine.reward;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Journey;
import io.sluice.engine.testing.Shop;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Runs that play in the past, among what others wrote before and after, come out as forecast. */
@EngineTest
class DatedBackRunTest {
  private static final Instant NOW = Instant.now();

  @LocalServerPort int port;
  private Shop shop;

  @BeforeEach
  void threePeopleWithHundredPointsSinceTenDays() {
    shop = Shop.create(new Api(port));
    shop.put("points-accounts/shop", "{'name':'Shop points'}");
    shop.imports()
        .run(
            "members/import?consentBasis=x&consentAt=2020-01-01T00:00:00Z",
            "member,phone,registered_at,consent:sms\n"
                + "a,13800000001,2020-01-01,yes\n"
                + "b,13800000002,2020-01-01,yes\n"
                + "c,13800000003,2020-01-01,yes\n");
    points("start", 10, "all", "'action':'add','points':100");
  }

  private static String daysAgo(int days) {
    return "{'asOf':'" + NOW.minus(Duration.ofDays(days)) + "'}";
  }

  /** A run of so many days ago that changes the points of one member, or of all. */
  private void points(String key, int days, String member, String action) {
    Journey journey =
        Journey.in(shop, key)
            .node("who", "target-group", "{'who':'everyone'}")
            .node("points", "points", "{'account':'shop'," + action + "}");
    if (member.equals("all")) {
      journey.arrow("who", "points");
    } else {
      String rule = "{'rule':{'member':'" + member + "'}}";
      journey.node("if", "filter", rule).arrow("who", "if").arrow("if", "points");
    }
    agree(journey, days, List.of("points"));
  }

  private JsonNode agree(Journey journey, int days, List<String> nodes) {
    JsonNode forecast = journey.dryRun(daysAgo(days)).path("result").path("nodes");
    JsonNode run = journey.finished(journey.start(daysAgo(days))).path("nodes");
    for (String node : nodes) {
      assertThat(Journey.nodeOf(run, node).path("ports"))
          .as(node)
          .isEqualTo(Journey.nodeOf(forecast, node).path("ports"));
    }
    return run;
  }

  private static int at(JsonNode nodes, String node, String port) {
    return Journey.nodeOf(nodes, node).path("ports").path(port).asInt(-1);
  }

  private long balance(String member) {
    return shop.get("points-accounts/shop/members/" + member).json().path("points").asLong(-1);
  }

  @Test
  void takesFromThoseWhoHadEnoughThenAndLeavesNobodyBelowZeroNow() {
    points("spend", 2, "b", "'action':'deduct','points':90");
    Journey journey =
        Journey.in(shop, "past")
            .node("who", "target-group", "{'who':'everyone'}")
            .node("pay", "points", "{'account':'shop','action':'deduct','points':60}")
            .node("if", "filter", "{'rule':{'points':'shop','op':'at-least','value':40}}")
            .node("again", "points", "{'account':'shop','action':'deduct','points':60}")
            .arrow("who", "pay")
            .arrow("pay", "if")
            .arrow("if", "again");

    JsonNode run = agree(journey, 5, List.of("pay", "if", "again"));

    assertThat(at(run, "pay", "done")).isEqualTo(3);
    assertThat(at(run, "if", "out")).isEqualTo(3);
    assertThat(at(run, "again", "failed")).isEqualTo(3);
    assertThat(List.of(balance("a"), balance("b"), balance("c"))).containsExactly(40L, 0L, 40L);
    assertThat(shop.get("points-accounts/shop/members/b").text()).contains("spent-since");
  }

  @Test
  void overlooksWhatPeopleGotLater() {
    points("later", 2, "b", "'action':'add','points':500");

    Journey journey =
        Journey.in(shop, "past")
            .node("who", "target-group", "{'who':'everyone'}")
            .node("pay", "points", "{'account':'shop','action':'deduct','points':150}")
            .node(
                "clamp",
                "points",
                "{'account':'shop','action':'deduct','points':150,'shortfall':'clamp'}")
            .arrow("who", "pay")
            .arrow("pay:failed", "clamp");

    JsonNode run = agree(journey, 5, List.of("pay", "clamp"));

    assertThat(at(run, "pay", "failed")).isEqualTo(3);
    assertThat(List.of(balance("a"), balance("b"))).containsExactly(0L, 500L);
  }

  @Test
  void seesWhatOthersWroteWhilePeopleWaited() {
    points("meanwhile", 4, "b", "'action':'add','points':50");
    Journey untag =
        Journey.in(shop, "untag")
            .node("who", "target-group", "{'who':'everyone'}")
            .node("tag", "tag", "{'tag':'vip','action':'remove'}")
            .arrow("who", "tag");
    agree(untag, 4, List.of("tag"));
    Journey journey =
        Journey.in(shop, "past")
            .node("who", "target-group", "{'who':'everyone'}")
            .node("tag", "tag", "{'tag':'vip','action':'add'}")
            .node("reset", "points", "{'account':'shop','action':'reset'}")
            .node("wait", "wait", "{'for':'duration','duration':'P2D'}")
            .node("some", "filter", "{'rule':{'points':'shop','op':'at-least','value':50}}")
            .node("vip", "filter", "{'rule':{'tag':'vip'}}")
            .arrow("who", "tag")
            .arrow("tag", "reset")
            .arrow("reset", "wait")
            .arrow("wait", "some")
            .arrow("wait", "vip");

    JsonNode run = agree(journey, 5, List.of("some", "vip"));

    assertThat(at(run, "some", "out")).isEqualTo(1);
    assertThat(at(run, "vip", "out")).isZero();
  }

  @Test
  void tellsPeopleThePointsThatTheyHadThen() {
    points("later", 2, "all", "'action':'add','points':9900");
    String text = "{{ points }}" + "分".repeat(56);
    Journey journey =
        Journey.in(shop, "past")
            .node("who", "target-group", "{'who':'everyone'}")
            .node(
                "sms",
                "sms",
                "{'purpose':'service','text':'%s','signature':'【Shop】','optOut':'回T退订'}"
                    .formatted(text))
            .arrow("who", "sms");

    JsonNode forecast = journey.dryRun(daysAgo(5)).path("result").path("nodes");
    journey.finished(journey.start(daysAgo(5)));

    assertThat(Journey.nodeOf(forecast, "sms").path("units").asInt()).isEqualTo(3);
    JsonNode sent = shop.get("sandbox/messages?node=sms").json().path("messages");
    assertThat(sent.findValuesAsText("units")).containsExactly("1", "1", "1");
    assertThat(sent.toString()).contains("100分").doesNotContain("10000分");
  }
}
