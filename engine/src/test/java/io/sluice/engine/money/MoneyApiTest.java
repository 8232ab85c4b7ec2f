package io.sluice.engine.money;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.canvas.TestCanvases;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.ApiClient;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Shop;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.engine.workspace.Workspaces;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Prices, balances and budgets over HTTP. */
@EngineTest
class MoneyApiTest {
  @LocalServerPort int port;
  @Autowired Prices prices;
  @Autowired Workspaces workspaces;
  Shop shop;
  Shop neighbour;

  @BeforeEach
  void open() {
    neighbour = Shop.create(new Api(port));
    neighbour.put("prices", "{'currency':'EUR','prices':[{'channel':'sms','unitPrice':9}]}");
    shop = Shop.create(new Api(port));
  }

  @Test
  void theGatewaysOwnPriceGoesBeforeThatOfTheChannel() {
    WorkspaceId id = workspaces.find(shop.key()).orElseThrow().id();
    assertThat(prices.unitPrice(id, "sms", "any")).isEqualByComparingTo("0");

    Api.Answer saved =
        shop.put(
            "prices",
            "{'currency':'CNY','prices':[{'channel':'sms','unitPrice':0.05},"
                + "{'channel':'sms','gateway':'cheap','unitPrice':0.045}]}");

    assertThat(saved.status()).as(saved.text()).isEqualTo(200);
    assertThat(saved.json().at("/prices/1/unitPrice").decimalValue()).isEqualByComparingTo("0.045");
    assertThat(prices.unitPrice(id, "sms", "cheap")).isEqualByComparingTo("0.045");
    assertThat(prices.unitPrice(id, "sms", "any")).isEqualByComparingTo("0.05");
    assertThat(prices.unitPrice(id, "email", "any")).isEqualByComparingTo("0");
    assertThat(neighbour.get("prices").text()).contains("EUR").contains("9.00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'prices':[]}",
        "{'currency':'Dollar','prices':[]}",
        "{'currency':'CNY','prices':[null]}",
        "{'currency':'CNY','prices':[{'channel':'sms'}]}",
        "{'currency':'CNY','prices':[{'unitPrice':1}]}",
        "{'currency':'CNY','prices':[{'channel':'sms','unitPrice':-1}]}",
        "{'currency':'CNY','prices':[{'channel':'sms','unitPrice':'1'}]}",
        "{'currency':'CNY','prices':[{'channel':'sms','unitPrice':1e999999999}]}",
        "{'currency':'CNY','prices':[{'channel':'sms','unitPrice':1e-999999999}]}",
        "{'currency':'CNY','prices':[{'channel':'sms','unitPrice':0.0000001}]}",
        "{'currency':'CNY','prices':[{'channel':'sms','unitPrice':1000000}]}",
        "{'currency':'CNY','prices':[{'channel':'sms','gateway':'','unitPrice':1}]}",
        "{'currency':'CNY','prices':[{'channel':'s','unitPrice':1},{'channel':'s','unitPrice':2}]}"
      })
  void refusesPricesThatMakeNoSense(String body) {
    Api.Answer answer = shop.put("prices", body);

    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(shop.get("prices").json().path("prices")).isEmpty();
  }

  @Test
  void toppingUpTwiceWithOneKeyAddsOnce() {
    assertThat(shop.get("balances/sms").json().path("limited").asBoolean()).isFalse();

    assertThat(entry("k1", "{'units':100,'note':'Invoice 7'}").body().get("units").asInt())
        .isEqualTo(100);
    entry("k1", "{'units':100,'note':'Invoice 7'}");
    entry("k2", "{'kind':'correction','units':-1}");

    assertThat(shop.get("balances/sms").json().path("units").asInt()).isEqualTo(99);
    assertThat(shop.get("balances/sms/entries").json()).hasSize(2);
    assertThat(shop.get("balances").json().findValuesAsText("channel")).containsExactly("sms");
    assertThat(neighbour.get("balances").json()).isEmpty();
  }

  @Test
  void refusesMovementsThatMakeNoSense() {
    entry("k1", "{'units':100}");

    for (String other : List.of("{'units':200}", "{'kind':'correction','units':100}")) {
      ApiClient.Answer reused = entry("k1", other);
      assertThat(reused.status()).as(other).isEqualTo(422);
      assertThat(reused.body().get("code").asText()).isEqualTo("idempotency-key-reused");
      assertThat(reused.body().get("field").asText()).isEqualTo("Idempotency-Key");
    }
    assertThat(entry("k2", "{'kind':'correction','units':-101}").status()).isEqualTo(409);
    for (String body :
        new String[] {
          "{}",
          "{'units':0}",
          "{'units':-1}",
          "{'units':9223372036854775807}",
          "{'units':1.5}",
          "{'kind':'correction','units':-9223372036854775808}",
          "{'kind':'use','units':1}"
        }) {
      assertThat(entry("k3", body).status()).as(body).isEqualTo(400);
    }
    assertThat(shop.post("balances/sms/entries", "{'units':1}").code())
        .isEqualTo("bad-idempotency-key");
    assertThat(shop.get("balances/sms").json().path("units").asInt()).isEqualTo(100);
  }

  @Test
  void aCampaignHasABudgetThatCanBeRaisedAndTakenAway() {
    shop.put("prices", "{'currency':'CNY','prices':[]}");
    shop.put("campaigns/c", TestCanvases.small("C"));

    assertThat(shop.get("campaigns/c/budget").json().has("limit")).isFalse();
    Api.Answer set = shop.put("campaigns/c/budget", "{'limit':1500.50}");
    assertThat(set.json().path("left").decimalValue()).isEqualByComparingTo("1500.50");
    assertThat(set.json().path("currency").asText()).isEqualTo("CNY");
    assertThat(shop.put("campaigns/c/budget", "{'limit':2000}").text()).contains("2000.00");
    assertThat(shop.delete("campaigns/c/budget").json().has("limit")).isFalse();

    assertThat(shop.put("campaigns/c/budget", "{'limit':-1}").code()).isEqualTo("bad-amount");
    assertThat(shop.put("campaigns/c/budget", "{}").code()).isEqualTo("bad-amount");
    assertThat(shop.get("campaigns/none/budget").status()).isEqualTo(404);
    assertThat(shop.put("prices", "{'currency':'EUR','prices':[]}").code())
        .isEqualTo("currency-in-use");
  }

  private ApiClient.Answer entry(String key, String body) {
    return new ApiClient(port)
        .send(
            "POST",
            shop.address() + "/balances/sms/entries",
            body.replace('\'', '"'),
            "Idempotency-Key",
            key);
  }
}
