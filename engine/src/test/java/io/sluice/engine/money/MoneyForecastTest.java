package io.sluice.engine.money;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.canvas.TestCanvases;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Shop;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.engine.workspace.Workspaces;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@EngineTest
class MoneyForecastTest {
  private static final long CAMPAIGN = 1;

  @LocalServerPort int port;
  @Autowired Costs costs;
  @Autowired Balances balances;
  @Autowired Workspaces workspaces;
  Shop shop;
  WorkspaceId id;

  @BeforeEach
  void open() {
    shop = Shop.create(new Api(port));
    shop.put("campaigns/c", TestCanvases.small("C"));
    shop.put(
        "prices",
        "{'currency':'CNY','prices':[{'channel':'sms','unitPrice':0.05},"
            + "{'channel':'sms','gateway':'cheap','unitPrice':0.04}]}");
    id = workspaces.find(shop.key()).orElseThrow().id();
  }

  /** 600 people at 70 and 400 at 71 characters: 1,400 parts. */
  @Test
  void pricesTheUnitsOfEachNodeAndSumsThemUp() {
    MoneyForecast forecast =
        forecast(need("a", "sms", "main", 1_400), need("b", "sms", "cheap", 50));

    assertThat(forecast.lines().get(0).cost()).isEqualByComparingTo("70.00");
    assertThat(forecast.lines().get(1).cost()).isEqualByComparingTo("2.00");
    assertThat(forecast.total().toPlainString()).isEqualTo("72.00");
    assertThat(forecast.currency()).isEqualTo("CNY");
    assertThat(forecast.warnings()).isEmpty();
  }

  @Test
  void saysByHowMuchBudgetAndBalanceFallShort() {
    shop.put("campaigns/c/budget", "{'limit':60}");
    balances.put(id, "sms", BalanceEntry.Kind.TOP_UP, "k", 1_000, null);

    MoneyForecast forecast = forecast(need("a", "sms", "main", 900), need("b", "sms", "main", 500));

    assertThat(forecast.budget().shortBy()).isEqualByComparingTo("10");
    assertThat(forecast.balances())
        .containsExactly(new MoneyForecast.BalanceNeed("sms", 1_400, 1_000, 400));
    assertThat(forecast.warnings())
        .extracting(MoneyForecast.Warning::code)
        .containsExactly("over-budget", "short-of-balance");
    assertThat(forecast.warnings().get(1).message()).contains("needs 1400 units and has 1000");
  }

  @Test
  void whatIsJustEnoughIsEnough() {
    shop.put("campaigns/c/budget", "{'limit':50}");
    balances.put(id, "sms", BalanceEntry.Kind.TOP_UP, "k", 1_000, null);

    assertThat(forecast(need("a", "sms", "main", 1_000)).warnings()).isEmpty();
  }

  @Test
  void warnsOfAChannelWithoutAPrice() {
    MoneyForecast forecast = forecast(need("a", "email", "main", 3), need("b", "sms", "main", 1));

    assertThat(forecast.lines().get(0).unitPrice()).isNull();
    assertThat(forecast.total()).isEqualByComparingTo("0.05");
    assertThat(forecast.warnings())
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.subject()).isEqualTo("email");
              assertThat(warning.refuses()).isFalse();
            });
  }

  private MoneyForecast forecast(Need... needs) {
    return costs.forecast(id, CAMPAIGN, List.of(needs));
  }

  private static Need need(String node, String channel, String gateway, long units) {
    return new Need(node, channel, gateway, units);
  }
}
