package io.sluice.engine.reward.coupon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Journey;
import io.sluice.engine.testing.Shop;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Coupons where something is wrong with them or with what is asked, over HTTP. */
@EngineTest
class CouponEdgesTest {
  @LocalServerPort int port;
  private Shop shop;

  @BeforeEach
  void threePeople() {
    shop = Shop.create(new Api(port));
    shop.imports()
        .run("members/import", "member,registered_at\na,2020-01-01\nb,2020-01-01\nc,2020-01-01\n");
  }

  private int batch(String key, String more) {
    return shop.put("coupon-batches/" + key, "{'name':'" + key + "'," + more + "}").status();
  }

  private Journey giving(String batch) {
    return Journey.in(shop, "give-" + batch)
        .node("who", "target-group", "{'who':'everyone'}")
        .node("coupon", "coupon", "{'batch':'" + batch + "'}")
        .arrow("who", "coupon");
  }

  private String given(String batch, String member) {
    Journey journey = giving(batch);
    journey.save();
    journey.finished(journey.start("{}"));
    return shop.get("members/" + member + "/coupons").json().at("/0/code").asText();
  }

  @Test
  void aPercentageOfWhichNobodyCanTellTheCostIsRefused() {
    assertThat(batch("half", "'kind':'percent','value':50")).isEqualTo(400);
    assertThat(batch("half", "'kind':'percent','value':50,'maxDeduction':20")).isEqualTo(200);

    JsonNode node =
        Journey.nodeOf(giving("half").dryRun("{}").path("result").path("nodes"), "coupon");
    assertThat(node.path("cost").asInt()).isEqualTo(60);
    assertThat(node.path("highestCost").asInt()).isEqualTo(60);
  }

  @Test
  void theDryRunTellsHowManyAreShortAndTheCheckThatABatchIsOver() {
    batch("two", "'kind':'amount','value':5,'stock':2");
    JsonNode node =
        Journey.nodeOf(giving("two").dryRun("{}").path("result").path("nodes"), "coupon");
    assertThat(node.at("/failedBy/out-of-stock").asInt()).isEqualTo(1);

    batch("old", "'kind':'amount','value':5,'validUntil':'2026-01-01T00:00:00Z'");
    assertThat(giving("old").save().text()).contains("coupon-batch-over");
  }

  @Test
  void quotesOnlyWhatCanBeUsed() {
    batch("five", "'kind':'amount','value':5");
    String code = given("five", "a");

    assertThat(
            shop.post("coupons/" + code + "/quote", "{'amount':9}")
                .json()
                .path("deduction")
                .asInt())
        .isEqualTo(5);
    assertThat(shop.post("coupons/" + code + "/quote", "{'amount':9,'products':[null]}").status())
        .isEqualTo(400);
    assertThat(field("coupons/" + code + "/quote", "{'amount':9,'products':['']}"))
        .isEqualTo("/products/0");
    assertThat(field("coupons/" + code + "/use", "{'amount':9,'order':''}")).isEqualTo("/order");
    shop.post("coupons/" + code + "/revoke", "{}");
    assertThat(shop.post("coupons/" + code + "/quote", "{'amount':9}").status()).isEqualTo(409);
  }

  @Test
  void theStockIsNeverBelowWhatIsTakenOfIt() {
    batch("some", "'kind':'amount','value':5,'stock':9");
    given("some", "a");

    assertThat(batch("some", "'kind':'amount','value':5,'stock':3")).isEqualTo(200);
    assertThat(batch("some", "'kind':'amount','value':5,'stock':2")).isEqualTo(409);
  }

  @Test
  void theWorthOfCouponsThatAreOutStays() {
    batch("ten", "'kind':'amount','value':9");
    assertThat(batch("ten", "'kind':'amount','value':10")).isEqualTo(200);
    String code = given("ten", "a");

    for (String other :
        List.of(
            "'kind':'amount','value':500",
            "'kind':'amount','value':10,'threshold':50",
            "'kind':'percent','value':10,'maxDeduction':90")) {
      assertThat(batch("ten", other)).as(other).isEqualTo(409);
    }
    assertThat(batch("ten", "'kind':'amount','value':10.0,'stock':50,'closed':true"))
        .isEqualTo(200);
    assertThat(
            shop.post("coupons/" + code + "/use", "{'amount':1000,'order':'o'}")
                .json()
                .path("deduction")
                .asInt())
        .isEqualTo(10);
  }

  private String field(String path, String body) {
    return shop.post(path, body).json().path("field").asText();
  }

  @Test
  void namesTheFieldOfABatchThatIsWrong() {
    for (String wrong :
        List.of(
            "'products':['']",
            "'stores':[' ']",
            "'validUntil':'+12345-01-01T00:00:00Z'",
            "'validFrom':'0001-01-01T00:00:00Z'",
            "'stock':9223372036854775807")) {
      String field =
          shop.put("coupon-batches/w", "{'name':'w','kind':'amount','value':1," + wrong + "}")
              .json()
              .path("field")
              .asText();
      assertThat(field).startsWith("/" + wrong.substring(1, wrong.indexOf("':")));
    }
    assertThat(shop.put("code-pools/p", "{'name':''}").json().path("field").asText())
        .isEqualTo("/name");
  }

  @Test
  void whoIsErasedHasNoCouponsAnyMore() {
    batch("five", "'kind':'amount','value':5");
    String code = given("five", "b");

    assertThat(shop.delete("members/b").status()).isEqualTo(204);

    assertThat(
            shop.post("coupons/" + code + "/use", "{'order':'o1','amount':9}")
                .json()
                .path("code")
                .asText())
        .isEqualTo("coupon-revoked");
  }

  @Test
  void anImportedDeductionIsNoHigherThanTheCouponOrTheOrder() {
    batch("five", "'kind':'amount','value':5");
    String code = given("five", "c");
    String header = "member,order,paid_at,product,amount,coupon,deduction\n";
    String order = "c,o1," + Instant.now() + ",Tea,100," + code;

    shop.imports().run("orders/import", header + order + ",9999\n");
    assertThat(shop.get("coupons/" + code).json().path("state").asText()).isEqualTo("claimed");
    shop.imports().run("orders/import", header + order + ",5\n");
    assertThat(shop.get("coupons/" + code).json().path("state").asText()).isEqualTo("used");
  }

  @Test
  void campaignsOfOneWorkspaceStartAtTheSameTime() throws Exception {
    ExecutorService starters = Executors.newFixedThreadPool(6);
    List<Future<Integer>> answers = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      String key = "at-once-" + i;
      Journey.in(shop, key).node("who", "target-group", "{'who':'everyone'}").save();
    }
    for (int i = 0; i < 6; i++) {
      String key = "at-once-" + i;
      answers.add(starters.submit(() -> shop.post("campaigns/" + key + "/start", "{}").status()));
    }
    for (Future<Integer> answer : answers) {
      assertThat(answer.get()).isEqualTo(201);
    }
    starters.shutdown();
  }
}
