package io.sluice.engine.reward;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.ApiClient;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Journey;
import io.sluice.engine.testing.Shop;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What messages tell people of their coupons and points: in dry run, run, preview and check. */
@EngineTest
class RewardMessagesTest {
  private static final String FIT = "满".repeat(48);
  private static final String FIT_CODE = "券".repeat(53);
  private static final String FIT_POINTS = "分".repeat(57);

  @LocalServerPort int port;
  private Shop shop;

  @BeforeEach
  void fortyPeopleAndTwoBatchesInTwoWorkspaces() {
    shop = Shop.create(new Api(port));
    Shop other = Shop.create(shop.api());
    for (Shop each : List.of(other, shop)) {
      StringBuilder members = new StringBuilder("member,phone,email,registered_at\n");
      for (int i = 0; i < 40; i++) {
        members.append("m%d,138%08d,m%d@x.example,2020-01-01\n".formatted(i, i, i));
      }
      each.imports().run("members/import", members.toString());
      each.put("points-accounts/bonus", "{'name':'Bonus'}");
      each.put(
          "coupon-batches/short",
          "{'name':'<b>Short','kind':'percent','value':30,'maxDeduction':10,'stock':15,'validDays':7}");
      each.put(
          "coupon-batches/offer",
          "{'name':'Offer','kind':'amount','value':40,'threshold':200,'issue':'claim',"
              + "'validUntil':'2099-01-01T00:00:00Z'}");
      each.put("code-pools/cinema", "{'name':'Cinema','unitCost':1.5}");
      each.api()
          .send(
              "POST",
              each.address() + "/code-pools/cinema/codes",
              "text/plain",
              BodyPublishers.ofString(codes(each == other ? "OTHR" : "CODE")));
      each.put(
          "prices",
          "{'currency':'CNY','prices':[{'channel':'sms','unitPrice':0.05},{'channel':'email','unitPrice':0}]}");
    }
  }

  private static String codes(String prefix) {
    return IntStream.range(1000, 1040).mapToObj(i -> prefix + i).collect(Collectors.joining("\n"));
  }

  private static String sms(String text) {
    return "{'purpose':'service','text':'%s','signature':'【Shop】','optOut':'回T退订'}".formatted(text);
  }

  /** Everybody gets points; few get a coupon; all are told; all are offered another and told. */
  private Journey journey(String key) {
    return Journey.in(shop, key)
        .node("who", "target-group", "{'who':'everyone'}")
        .node("points", "points", "{'account':'bonus','action':'add','points':995}")
        .node("short", "coupon", "{'batch':'short'}")
        .node("all", "merge", "{}")
        .node("m1", "sms", sms("码{{ coupon.code | default: \\\"-\\\" }}" + FIT))
        .node("offer", "coupon", "{'batch':'offer'}")
        .node(
            "m2",
            "sms",
            sms(
                "领{{ coupon.link }} {{ coupon.name }}，{{ coupon.conditions }}，{{ coupon.validity }}"
                    + "，{{ coupons.short.valid_until | date: \\\"%m-%d\\\" }}"))
        .node("m3", "sms", sms("{{ points }}" + FIT_POINTS))
        .node("gift", "benefit-code", "{'pool':'cinema'}")
        .node("m5", "sms", sms("{{ benefit.code }}" + FIT_CODE))
        .node(
            "m4",
            "email",
            "{'purpose':'service','subject':'{{ points.bonus }}',"
                + "'html':'<p>{{ coupons.short.name }} {{ coupon.worth }}</p>'}")
        .arrow("who", "points")
        .arrow("points", "short")
        .arrow("short", "all")
        .arrow("short:failed", "all")
        .arrow("all", "m1")
        .arrow("m1", "offer")
        .arrow("offer", "m2")
        .arrow("m2", "m3")
        .arrow("m3", "gift")
        .arrow("gift", "m5")
        .arrow("m5", "m4");
  }

  private void giveTenPointsToEverySecond() {
    for (int i = 0; i < 40; i += 2) {
      var answer =
          new ApiClient(port)
              .send(
                  "POST",
                  shop.address() + "/points-accounts/bonus/members/m" + i + "/entries",
                  "{\"points\":10}",
                  "Idempotency-Key",
                  "k" + i);
      assertThat(answer.status()).isLessThan(300);
    }
  }

  private Map<String, JsonNode> messages(long run, String node) {
    Map<String, JsonNode> byMember = new HashMap<>();
    shop.get("sandbox/messages?limit=1000&run=" + run + "&node=" + node)
        .json()
        .path("messages")
        .forEach(message -> byMember.put(message.path("member").asText(), message));
    return byMember;
  }

  private Map<String, String> coupons(String member) {
    Map<String, String> codes = new HashMap<>();
    shop.get("members/" + member + "/coupons")
        .json()
        .forEach(coupon -> codes.put(coupon.path("batch").asText(), coupon.path("code").asText()));
    return codes;
  }

  @Test
  void saysAndPricesTheSameInDryRunAndRun() {
    giveTenPointsToEverySecond();
    Journey journey = journey("all");
    JsonNode forecast = journey.dryRun("{}").at("/result/nodes");
    long run = journey.start("{}");
    journey.finished(run);

    Map<String, Integer> units = new HashMap<>();
    for (String node : List.of("m1", "m2", "m3", "m4", "m5")) {
      Map<String, JsonNode> sent = messages(run, node);
      assertThat(sent).as(node).hasSize(40);
      units.put(node, sent.values().stream().mapToInt(one -> one.path("units").asInt()).sum());
      assertThat(Journey.nodeOf(forecast, node).path("units").asInt())
          .as(node)
          .isEqualTo(units.get(node));
    }
    assertThat(units)
        .containsEntry("m1", 15 * 2 + 25)
        .containsEntry("m3", 20 + 20 * 2)
        .containsEntry("m5", 80);
    assertThat(Journey.nodeOf(forecast, "m1").path("cost").decimalValue())
        .isEqualByComparingTo("2.75");
    tellsEachOfTheirOwn(run);
  }

  private void tellsEachOfTheirOwn(long run) {
    Map<String, JsonNode> first = messages(run, "m1");
    Map<String, JsonNode> second = messages(run, "m2");
    int have = 0;
    for (int i = 0; i < 40; i++) {
      String member = "m" + i;
      Map<String, String> codes = coupons(member);
      have += codes.containsKey("short") ? 1 : 0;
      assertThat(first.get(member).at("/content/text").asText())
          .contains("码" + codes.getOrDefault("short", "-") + "满");
      assertThat(second.get(member).at("/content/text").asText())
          .contains("/c/", codes.get("offer") + " Offer，订单满 200 可用，有效期至 2099-01-01 08:00，");
    }
    assertThat(have).isEqualTo(15);
    Set<String> given = new HashSet<>();
    messages(run, "m5")
        .values()
        .forEach(one -> given.add(one.at("/content/text").asText().substring(6, 14)));
    assertThat(given).hasSize(40).allMatch(code -> code.matches("CODE10[0-3][0-9]"));
    assertThat(messages(run, "m3").get("m2").at("/content/text").asText()).contains("1005分");
    JsonNode email = messages(run, "m4").get("m3");
    assertThat(email.at("/content/subject").asText()).isEqualTo("995");
    assertThat(email.at("/content/html").asText()).contains("40 off").doesNotContain("<b>");
  }

  @Test
  @Tag("any-database")
  void showsASampleToWhoIsWriting() {
    String body =
        "{'channel':'sms','member':'m1','coupon':'short','content':{'text':"
            + "'{{ coupon.code }} {{ coupon.worth }} {{ coupons.x.link }} {{ points }}'}";

    JsonNode shown = shop.post("messages/preview", body + "}").json();
    JsonNode sent = shop.post("messages/test", body + ",'addresses':['13900000001']}").json();

    assertThat(shown.at("/content/text").asText())
        .startsWith("TESTTESTTEST 30% off, at most 10 http")
        .endsWith("TESTTESTTEST 0");
    assertThat(sent.at("/0/outcome").asText()).isEqualTo("accepted");
    assertThat(shop.post("messages/preview", body.replace("short", "none") + "}").code())
        .isEqualTo("unknown-coupon-batch");
  }

  private List<String> problems(Journey journey) {
    List<String> found = new ArrayList<>();
    journey
        .saveDraft()
        .json()
        .path("problems")
        .forEach(
            one ->
                found.add(
                    String.join(
                        " ",
                        one.path("nodeId").asText(),
                        one.path("field").asText(),
                        one.path("code").asText())));
    return found;
  }

  private Journey toSms(String text) {
    return Journey.in(shop, "checked")
        .node("who", "target-group", "{'who':'everyone'}")
        .node("offer", "coupon", "{'batch':'offer'}")
        .node("sms", "sms", sms(text))
        .arrow("who", "offer")
        .arrow("offer", "sms");
  }

  @Test
  @Tag("any-database")
  void checksWhatMessagesSayOfRewards() {
    String told = "{{ coupon.code }} {{ coupon.conditions }} {{ coupon.validity }}";
    Journey before =
        Journey.in(shop, "before")
            .node("who", "target-group", "{'who':'everyone'}")
            .node("sms", "sms", sms(told))
            .arrow("who", "sms");

    assertThat(problems(toSms(told))).isEmpty();
    assertThat(problems(before)).containsExactly("sms text no-reward-before");
    assertThat(problems(toSms("{{ coupon.code }}")))
        .containsExactly("sms text coupon-without-terms");
    assertThat(problems(toSms("{{ coupons.other.name }}")))
        .containsExactly("sms text unknown-reward-node");
    assertThat(problems(toSms("{{ coupon.size }}")))
        .containsExactly("sms text unknown-placeholder");
    assertThat(problems(toSms("{{ benefit.code }}"))).containsExactly("sms text no-reward-before");
    assertThat(problems(toSms("{{ points.none }}")))
        .containsExactly("sms text unknown-points-account");
    shop.put("points-accounts/second", "{'name':'Second'}");
    assertThat(problems(toSms("{{ points }}"))).containsExactly("sms text unknown-points-account");
    assertThat(problems(toSms("{{ points.second }}"))).isEmpty();
  }

  @Test
  @Tag("any-database")
  void refusesABalanceThatAParallelPathChanges() {
    Journey journey =
        Journey.in(shop, "parallel")
            .node("who", "target-group", "{'who':'everyone'}")
            .node("more", "points", "{'account':'bonus','action':'add','points':1}")
            .node("sms", "sms", sms("{{ points }}"))
            .arrow("who", "more")
            .arrow("who", "sms");

    assertThat(problems(journey)).containsExactly("sms  parallel-read");
  }

  @Test
  void takesTheNearestCouponAndWarnsWhereThatIsSeveral() {
    Journey journey =
        Journey.in(shop, "two")
            .node("who", "target-group", "{'who':'everyone'}")
            .node("far", "coupon", "{'batch':'offer'}")
            .node("near", "coupon", "{'batch':'short'}")
            .node("chain", "sms", sms("{{ coupon.name }}"))
            .node("all", "merge", "{}")
            .node("both", "sms", sms("{{ coupon.name }}"))
            .arrow("who", "far")
            .arrow("far", "near")
            .arrow("near", "chain")
            .arrow("far:failed", "all")
            .arrow("chain", "all")
            .arrow("all", "both");

    assertThat(problems(journey)).containsExactly("both text several-reward-nodes");
    journey.dryRun("{}");
    long run = journey.start("{}");
    journey.finished(run);
    assertThat(messages(run, "chain").values())
        .hasSize(15)
        .allMatch(sent -> sent.at("/content/text").asText().contains("<b>Short"));
  }
}
