package io.sluice.engine.reward.coupon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.Api.Answer;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Journey;
import io.sluice.engine.testing.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Coupons that nodes give and people claim and use, over HTTP. */
@EngineTest
class CouponRunTest {
  @LocalServerPort int port;
  private Shop shop;

  @BeforeEach
  void aThousandPeople() {
    shop = Shop.create(new Api(port));
    StringBuilder csv = new StringBuilder("member,phone,registered_at,consent:sms\n");
    for (int i = 0; i < 1000; i++) {
      csv.append("m%d,138%08d,2020-01-01,yes\n".formatted(i, i));
    }
    shop.imports().run("members/import?consentBasis=opt-in", csv.toString());
  }

  private Journey journey(String key, String batch) {
    return Journey.in(shop, key)
        .node("who", "target-group", "{'who':'everyone'}")
        .node("coupon", "coupon", "{'batch':'" + batch + "'}")
        .node(
            "sms",
            "sms",
            "{'purpose':'service','text':'Yours','signature':'【Shop】','optOut':'回T退订'}")
        .arrow("who", "coupon")
        .arrow("coupon", "sms");
  }

  private static int in(JsonNode nodes, String node) {
    return Journey.nodeOf(nodes, node).path("in").asInt();
  }

  @Test
  void sendsToExactlyThoseWhoGotOneWhereTheStockIsShort() {
    shop.put(
        "coupon-batches/short",
        "{'name':'Short','kind':'amount','value':5,'stock':940,'threshold':50}");
    Journey journey = journey("short", "short");

    JsonNode forecast = journey.dryRun("{}").path("result").path("nodes");
    JsonNode run = journey.finished(journey.start("{}")).path("nodes");

    assertThat(in(forecast, "sms")).isEqualTo(940);
    assertThat(in(run, "sms")).isEqualTo(940);
    assertThat(Journey.nodeOf(forecast, "coupon").path("cost").decimalValue())
        .isEqualByComparingTo("4700");
    assertThat(shop.get("coupon-batches/short").json().path("taken").asInt()).isEqualTo(940);
  }

  @Test
  void givesOutOfOneStockOnSeveralPathsInTheOrderOfTheForecast() {
    shop.put("coupon-batches/few", "{'name':'Few','kind':'amount','value':5,'stock':700}");
    Journey journey =
        Journey.in(shop, "paths")
            .node("who", "target-group", "{'who':'everyone'}")
            .node(
                "split",
                "split",
                "{'variants':[{'key':'a','name':'A','percent':50},{'key':'b','name':'B','percent':50}]}")
            .node("late", "wait", "{'for':'duration','duration':'PT1S'}")
            .node("one", "coupon", "{'batch':'few'}")
            .node("all", "filter", "{'rule':{'all':[]}}")
            .node("two", "coupon", "{'batch':'few'}")
            .arrow("who", "split")
            .arrow("split:a", "late")
            .arrow("late", "one")
            .arrow("split:b", "all")
            .arrow("all", "two");

    JsonNode forecast = journey.dryRun("{}").at("/result/nodes");
    JsonNode run = journey.finished(journey.start("{}")).path("nodes");

    for (String node : List.of("one", "two")) {
      assertThat(Journey.nodeOf(run, node).path("ports"))
          .as(node)
          .isEqualTo(Journey.nodeOf(forecast, node).path("ports"));
    }
    assertThat(Journey.nodeOf(run, "two").at("/ports/done").asInt()).isEqualTo(500);
    assertThat(Journey.nodeOf(run, "one").at("/ports/done").asInt()).isEqualTo(200);
  }

  @Test
  void knowsRightBehindTheNodeThatCouponsWithAnEndCanStillBeUsed() {
    shop.put(
        "coupon-batches/ending",
        "{'name':'Ending','kind':'amount','value':5,'validUntil':'2099-01-01T00:00:00Z','validDays':30}");
    Journey journey =
        Journey.in(shop, "ending")
            .node("who", "target-group", "{'who':'everyone'}")
            .node("coupon", "coupon", "{'batch':'ending'}")
            .node("unused", "filter", "{'rule':{'coupon':{'node':'coupon','is':'unused'}}}")
            .node("yes", "tag", "{'tag':'has-one','action':'add'}")
            .node("expired", "filter", "{'rule':{'coupon':{'node':'coupon','is':'expired'}}}")
            .node("no", "tag", "{'tag':'lost-one','action':'add'}")
            .arrow("who", "coupon")
            .arrow("coupon", "unused")
            .arrow("unused", "yes")
            .arrow("coupon", "expired")
            .arrow("expired", "no");

    JsonNode forecast = journey.dryRun("{}").path("result").path("nodes");
    JsonNode run = journey.finished(journey.start("{}")).path("nodes");

    assertThat(in(forecast, "yes")).isEqualTo(1000);
    assertThat(in(run, "yes")).isEqualTo(1000);
    assertThat(in(forecast, "no")).isZero();
    assertThat(in(run, "no")).isZero();
  }

  @Test
  void givesEachPersonOneCouponOfABatchHoweverManyRunsAskForIt() {
    shop.put("coupon-batches/once", "{'name':'Once','kind':'amount','value':5}");
    Journey journey = journey("once", "once");
    journey.dryRun("{}");
    journey.finished(journey.start("{}"));

    JsonNode second = journey.finished(journey.start("{}")).path("nodes");

    assertThat(in(second, "sms")).isZero();
    assertThat(shop.get("members/m7/coupons").json().size()).isEqualTo(1);
  }

  @Test
  void letsAHundredOfTwoHundredClaimWhereThereAreAHundred() throws Exception {
    shop.put(
        "coupon-batches/claims",
        "{'name':'Claims','kind':'percent','value':30,'maxDeduction':10,'issue':'claim','stock':100}");
    Journey journey = journey("claims", "claims");
    journey.dryRun("{}");
    journey.finished(journey.start("{}"));
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      codes.add(shop.get("members/m" + i + "/coupons").json().path(0).path("code").asText());
    }

    ExecutorService people = Executors.newFixedThreadPool(20);
    List<Future<Answer>> answers = new ArrayList<>();
    for (String code : codes) {
      answers.add(people.submit(() -> shop.post("coupons/" + code + "/claim", "{}")));
    }
    int claimed = 0;
    for (Future<Answer> answer : answers) {
      claimed += answer.get().status() == 200 ? 1 : 0;
    }
    people.shutdown();

    assertThat(claimed).isEqualTo(100);
    assertThat(shop.get("coupon-batches/claims").json().path("taken").asInt()).isEqualTo(100);
  }

  @Test
  void usesACouponOnceWithAnOrderThatReachesTheThreshold() {
    shop.put("coupon-batches/forty", "{'name':'Forty','kind':'amount','value':40,'threshold':200}");
    Journey journey = journey("forty", "forty");
    journey.dryRun("{}");
    journey.finished(journey.start("{}"));
    String code = shop.get("members/m1/coupons").json().path(0).path("code").asText();

    assertThat(use(code, "o1", "199.99").status()).isEqualTo(409);
    assertThat(use(code, "o1", "200").json().path("deduction").decimalValue())
        .isEqualByComparingTo("40");
    assertThat(use(code, "o1", "200.0").status()).isEqualTo(200);
    assertThat(use(code, "o1", "210").code()).isEqualTo("order-used-otherwise");
    assertThat(use(code, "o1", "1e30").json().path("field").asText()).isEqualTo("/amount");
    assertThat(use(code, "o2", "300").status()).isEqualTo(409);
  }

  private Answer use(String code, String order, String amount) {
    return shop.post(
        "coupons/" + code + "/use", "{'order':'" + order + "','amount':" + amount + "}");
  }

  @Test
  void quotesWhatACouponTakesOff() {
    shop.put(
        "coupon-batches/thirty", "{'name':'30','kind':'percent','value':30,'maxDeduction':10}");
    shop.put("coupon-batches/forty", "{'name':'40','kind':'amount','value':40,'threshold':200}");
    for (String batch : List.of("thirty", "forty")) {
      Journey journey = journey(batch, batch);
      journey.dryRun("{}");
      journey.finished(journey.start("{}"));
    }
    String forty = shop.get("members/m1/coupons").json().path(0).path("code").asText();
    String thirty = shop.get("members/m1/coupons").json().path(1).path("code").asText();

    assertThat(quote(thirty, "20")).isEqualTo("6.00");
    assertThat(quote(thirty, "100")).isEqualTo("10.00");
    assertThat(quote(forty, "199.99")).isEqualTo("0.00");
    assertThat(quote(forty, "200")).isEqualTo("40.00");
  }

  private String quote(String code, String amount) {
    return shop.post("coupons/" + code + "/quote", "{'amount':" + amount + "}")
        .text()
        .replaceAll("[^0-9.]", "");
  }

  @Test
  void tellsWhatTheCouponsOfThoseWhoDidNotBuyCostAtMost() {
    StringBuilder members = new StringBuilder("member,phone,registered_at\n");
    StringBuilder orders = new StringBuilder("member,order,paid_at,amount\n");
    for (int i = 0; i < 10_000; i++) {
      members.append("m%d,138%08d,2020-01-01\n".formatted(i, i));
      if (i % 10 < 7) {
        orders.append("m%d,o%d,2026-11-01,35\n".formatted(i, i));
      }
    }
    shop.imports().run("members/import", members.toString());
    shop.imports().run("orders/import", orders.toString());
    shop.put(
        "coupon-batches/half",
        "{'name':'Half','kind':'percent','value':50,'maxDeduction':20,'expectedOrder':30,'expectedShare':0.5}");
    Journey journey =
        Journey.in(shop, "half")
            .node("who", "target-group", "{'who':'everyone'}")
            .node("not", "filter", "{'rule':{'orders':'count','op':'is','value':0}}")
            .node("coupon", "coupon", "{'batch':'half'}")
            .arrow("who", "not")
            .arrow("not", "coupon");

    JsonNode result = journey.dryRun("{}").path("result");
    JsonNode coupon = Journey.nodeOf(result.path("nodes"), "coupon");

    assertThat(coupon.path("in").asInt()).isEqualTo(3_000);
    assertThat(coupon.path("cost").decimalValue()).isEqualByComparingTo("22500");
    assertThat(coupon.path("highestCost").decimalValue()).isEqualByComparingTo("60000");
    assertThat(result.path("highestCost").decimalValue()).isEqualByComparingTo("60000");
  }

  @Test
  void stopsWhoGuessesCodes() {
    int status = 0;
    for (int i = 0; i < 40 && status != 429; i++) {
      status = shop.get("coupons/GVESSEDCQDE" + i % 10).status();
    }
    assertThat(status).isEqualTo(429);
  }
}
