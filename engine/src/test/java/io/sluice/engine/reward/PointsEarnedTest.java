package io.sluice.engine.reward;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Shop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Points that orders earn when they are confirmed, over HTTP. */
@EngineTest
class PointsEarnedTest {
  private static final String HEADER =
      "member,order,placed_at,paid_at,confirmed_at,refunded_at,amount\n";
  private static final String EARNS = "{'points':2,'per':10,'from':'2026-01-01T00:00:00Z'}";

  @LocalServerPort int port;
  private Shop shop;

  @BeforeEach
  void twoPointsForEveryTen() {
    shop = Shop.create(new Api(port));
    shop.imports()
        .run("members/import", "member,registered_at\na,2020-01-01\nb,2020-01-01\nc,2020-01-01\n");
    shop.put("points-accounts/shop", "{'name':'Shop points'}");
    assertThat(shop.put("points-accounts/shop/earning", EARNS).status()).isEqualTo(200);
  }

  private void order(String row) {
    shop.imports().run("orders/import", HEADER + row + "\n");
  }

  private long points(String member) {
    return shop.get("points-accounts/shop/members/" + member).json().path("points").asLong(-1);
  }

  private void blacklist(String member, String at) {
    assertThat(
            shop.post("blacklists/points/members", "{'add':['%s'],'at':'%s'}".formatted(member, at))
                .status())
        .isEqualTo(200);
  }

  @Test
  void theBlacklistIsJudgedWhenAnOrderIsConfirmed() {
    blacklist("a", "2026-06-03T00:00:00Z");
    blacklist("b", "2026-06-06T00:00:00Z");
    order("a,o1,2026-06-01,2026-06-01,2026-06-05,,100");
    order("b,o2,2026-06-01,2026-06-01,2026-06-05,,100");

    assertThat(points("a")).isZero();
    assertThat(points("b")).isEqualTo(20);
  }

  @Test
  void anOrderEarnsOnceWhenItIsConfirmedAndLosesItAllByARefund() {
    order("a,o1,2026-06-01,2026-06-01,,,109.99");
    assertThat(points("a")).isZero();
    order("a,o1,2026-06-01,2026-06-01,2026-06-05,,109.99");
    order("a,o1,2026-06-01,2026-06-01,2026-06-05,,109.99");
    assertThat(points("a")).isEqualTo(20);
    order("a,o1,2026-06-01,2026-06-01,2026-06-05,2026-06-09,109.99");
    order("a,o1,2026-06-01,2026-06-01,2026-06-05,2026-06-09,109.99");
    assertThat(points("a")).isZero();
  }

  @Test
  void aCorrectedAmountAddsTheDifferenceAndTwoOrdersOfOneFileBothCount() {
    order(
        "a,o1,2026-06-01,2026-06-01,2026-06-05,,30\n"
            + "a,o2,2026-06-01,2026-06-01,2026-06-05,,50\n"
            + "c,o3,2025-06-01,2025-06-01,2025-06-05,,50");
    assertThat(points("a")).isEqualTo(16);
    assertThat(points("c")).isZero();
    order("a,o1,2026-06-01,2026-06-01,2026-06-05,,45");
    assertThat(points("a")).isEqualTo(18);
  }

  @Test
  void refusesEarningsThatMakeNoSense() {
    assertThat(shop.put("points-accounts/shop/earning", "{'points':1,'per':0}").status())
        .isEqualTo(400);
    assertThat(shop.put("points-accounts/shop/earning", "{'per':1}").status()).isEqualTo(400);
    assertThat(shop.put("points-accounts/none/earning", EARNS).status()).isEqualTo(404);
    assertThat(shop.put("points-accounts/shop/earning", "{'points':0}").json().has("earning"))
        .isFalse();
    order("a,o1,2026-06-01,2026-06-01,2026-06-05,,100");
    assertThat(points("a")).isZero();
  }
}
