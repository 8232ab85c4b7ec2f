package io.sluice.engine.reward.coupon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.Api.Answer;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Journey;
import io.sluice.engine.testing.Shop;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What coupons and points cost a campaign, from the dry run to the refund, over HTTP. */
@EngineTest
class CouponMoneyTest {
  private static final int PEOPLE = 10;

  @LocalServerPort int port;
  @Autowired HeldMoney held;
  private Shop shop;

  @BeforeEach
  void tenPeople() {
    shop = Shop.create(new Api(port));
    StringBuilder csv = new StringBuilder("member,registered_at\n");
    for (int i = 0; i < PEOPLE; i++) {
      csv.append("m%d,2020-01-01\n".formatted(i));
    }
    shop.imports().run("members/import", csv.toString());
    shop.put("points-accounts/shop", "{'name':'Shop','pointCost':0.01}");
    shop.put("prices", "{'currency':'CNY','prices':[]}");
  }

  private Journey give(String batch, String terms) {
    assertThat(shop.put("coupon-batches/" + batch, "{'name':'B'," + terms + "}").status())
        .isEqualTo(200);
    Journey journey =
        Journey.in(shop, "c")
            .node("who", "target-group", "{'who':'everyone'}")
            .node("coupon", "coupon", "{'batch':'" + batch + "'}")
            .node("points", "points", "{'account':'shop','action':'add','points':100}")
            .arrow("who", "coupon")
            .arrow("coupon", "points");
    assertThat(journey.save().status()).isEqualTo(201);
    return journey;
  }

  private void limit(String limit) {
    assertThat(shop.put("campaigns/c/budget", "{'limit':" + limit + "}").status()).isEqualTo(200);
  }

  /** The figures of the budget by name. */
  private void money(String committed, String returned, String settled) {
    JsonNode budget = shop.get("campaigns/c/budget").json();
    assertThat(budget.path("committed").decimalValue())
        .as("" + budget)
        .isEqualByComparingTo(committed);
    assertThat(budget.path("returned").decimalValue())
        .as("" + budget)
        .isEqualByComparingTo(returned);
    assertThat(budget.path("settled").decimalValue()).as("" + budget).isEqualByComparingTo(settled);
  }

  private String code(int member) {
    return shop.get("members/m" + member + "/coupons").json().path(0).path("code").asText();
  }

  private Answer use(int member, String order, String amount) {
    return shop.post(
        "coupons/" + code(member) + "/use", "{'order':'" + order + "','amount':" + amount + "}");
  }

  @Test
  void aRunPausesBeforeAnybodyGetsACouponAndGoesOnAfterATopUp() {
    Journey journey = give("five", "'kind':'amount','value':5");
    limit("49.99");
    long run = journey.start("{}");

    JsonNode paused = journey.awaitRun(run, view -> view.path("state").asText().equals("paused"));

    assertThat(paused.path("pausedBy").asText()).isEqualTo("budget");
    assertThat(shop.get("coupon-batches/five").json().path("taken").asInt()).isZero();
    money("0", "0", "0");
    assertThat(shop.get("alerts?open=true").status()).isEqualTo(200);

    limit("59.99");
    shop.post("runs/" + run + "/resume", "{}");
    JsonNode again =
        journey.awaitRun(
            run,
            view ->
                Journey.nodeOf(view.path("nodes"), "coupon").path("state").asText().equals("done")
                    && view.path("state").asText().equals("paused"));
    assertThat(Journey.nodeOf(again.path("nodes"), "points").path("state").asText())
        .isEqualTo("pending");
    money("50", "0", "0");

    limit("60");
    shop.post("runs/" + run + "/resume", "{}");
    journey.finished(run);
    money("60", "0", "0");
  }

  @Test
  void theStartSetsAsideWhatTheDryRunSaysAtMost() {
    Journey journey = give("rare", "'kind':'amount','value':5,'expectedShare':0.2");
    limit("59");

    JsonNode forecast = journey.dryRun("{}").path("result");

    assertThat(forecast.at("/money/total").decimalValue()).isEqualByComparingTo("60");
    assertThat(forecast.at("/money/expected").decimalValue()).isEqualByComparingTo("20");
    assertThat(forecast.at("/money/budget/shortBy").decimalValue()).isEqualByComparingTo("1");
    assertThat(shop.post("campaigns/c/start", "{}").code()).isEqualTo("over-budget");
    limit("60");
    journey.finished(journey.start("{}"));
    money("60", "0", "0");
  }

  @Test
  void useSettlesWhatTheCouponTookOffAndARefundTakesItBack() {
    Journey journey = give("third", "'kind':'percent','value':30,'maxDeduction':10");
    long run = journey.start("{}");
    journey.finished(run);
    money("110", "0", "0");

    assertThat(use(1, "o1", "20").json().path("deduction").decimalValue())
        .isEqualByComparingTo("6");
    assertThat(use(1, "o1", "20").status()).isEqualTo(200);
    use(2, "o2", "100");

    money("110", "4", "16");
    assertThat(cost(run)).isEqualByComparingTo("16");

    shop.imports()
        .run(
            "orders/import",
            "member,order,placed_at,paid_at,refunded_at,amount\n"
                + "m1,o1,2026-01-01,2026-01-01,2026-01-02,20\n");
    money("110", "10", "10");
    assertThat(cost(run)).isEqualByComparingTo("10");
  }

  private BigDecimal cost(long run) {
    JsonNode actions = shop.get("runs/" + run + "/analysis").json().path("actions");
    assertThat(Journey.nodeOf(actions, "points").at("/response/cost").decimalValue())
        .isEqualByComparingTo("10");
    return Journey.nodeOf(actions, "coupon").at("/response/cost").decimalValue();
  }

  @Test
  void whatIsHeldComesBackWhenCouponsAreRevokedOrExpire() {
    Journey journey = give("day", "'kind':'amount','value':5,'validDays':1");
    Instant longAgo = Instant.now().minus(Duration.ofDays(3));
    journey.finished(journey.start("{'asOf':'" + longAgo + "'}"));
    shop.post("coupons/" + code(1) + "/revoke", "{}");
    money("60", "5", "0");

    held.giveBackExpired();
    held.giveBackExpired();

    money("60", "50", "0");
  }

  @Test
  void offersHoldWhatTheStockCanCostAndClaimsTakeTheirShareOfIt() {
    Journey journey =
        give("few", "'kind':'amount','value':7,'issue':'claim','stock':3,'validDays':30");
    JsonNode forecast = journey.dryRun("{}").path("result");
    assertThat(Journey.nodeOf(forecast.path("nodes"), "coupon").path("cost").decimalValue())
        .isEqualByComparingTo("21");
    journey.finished(journey.start("{}"));
    money("31", "0", "0");

    for (int i = 0; i < 4; i++) {
      assertThat(shop.post("coupons/" + code(i) + "/claim", "{}").status())
          .isEqualTo(i < 3 ? 200 : 409);
    }
    use(0, "o1", "5");

    money("31", "2", "5");
  }

  @Test
  void aCouponWithoutAMostIsHonouredBeyondTheBudget() {
    Journey journey = give("half", "'kind':'percent','value':50,'expectedOrder':10");
    limit("60");
    journey.finished(journey.start("{}"));

    assertThat(use(1, "o1", "1000").json().path("deduction").decimalValue())
        .isEqualByComparingTo("500");

    JsonNode budget = shop.get("campaigns/c/budget").json();
    assertThat(budget.path("exceeded").decimalValue()).isEqualByComparingTo("495");
    assertThat(budget.path("left").decimalValue()).isEqualByComparingTo("-495");
    assertThat(budget.path("settled").decimalValue()).isEqualByComparingTo("500");
  }

  @Test
  void anImportedOrderSettlesItsCouponAndIsTakenBackAtOnceWhereItIsRefunded() {
    Journey journey = give("imported", "'kind':'amount','value':5");
    journey.finished(journey.start("{}"));
    String now = Instant.now().toString();

    JsonNode imported =
        shop.imports()
            .run(
                "orders/import",
                "member,order,placed_at,paid_at,refunded_at,amount,coupon,deduction\n"
                    + "m1,o1,%1$s,%1$s,,20,%2$s,4\n".formatted(now, code(1))
                    + "m2,o2,%1$s,%1$s,%1$s,20,%2$s,\n".formatted(now, code(2)));

    assertThat(imported.path("broken").asInt()).as(imported.toString()).isZero();
    money("60", "6", "4");
  }
}
