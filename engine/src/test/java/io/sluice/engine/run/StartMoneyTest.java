package io.sluice.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sluice.engine.campaign.Campaign;
import io.sluice.engine.canvas.TestCanvases;
import io.sluice.engine.money.Need;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.ApiClient;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Shop;
import io.sluice.engine.workspace.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;

/** A run starts only where its money is there, and has it set aside. */
@EngineTest
@Import(StartMoneyTest.KnownNeeds.class)
class StartMoneyTest {
  private static final String START = "campaigns/c/start";

  @LocalServerPort int port;
  Shop shop;

  /** Every run is going to need 100 parts. */
  @TestConfiguration
  static class KnownNeeds {
    @Bean
    @Order(0)
    StartForecast hundredParts() {
      return new StartForecast() {
        @Override
        public Optional<List<Need>> needs(Workspace workspace, Campaign campaign) {
          return Optional.of(List.of(new Need("s", "sms", "main", 100)));
        }
      };
    }
  }

  @BeforeEach
  void open() {
    shop = Shop.create(new Api(port));
    shop.put("members/M0", "{'profile':{'level':2}}");
    shop.put("prices", "{'currency':'CNY','prices':[{'channel':'sms','unitPrice':0.05}]}");
    shop.put("campaigns/c", waiting());
  }

  @Test
  void refusesAStartForWhichTheBalanceIsShort() {
    topUp(99);

    Api.Answer refused = shop.post(START, "{}");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("short-of-balance");
    assertThat(refused.json().path("detail").asText())
        .contains("Channel 'sms' needs 100 units and has 99: 1 short");
    assertThat(shop.get("campaigns/c/runs").json()).isEmpty();
    topUp(1);
    assertThat(shop.post(START, "{}").status()).isEqualTo(201);
  }

  @Test
  void refusesAStartForWhichTheBudgetIsShort() {
    shop.put("campaigns/c/budget", "{'limit':4.99}");

    assertThat(shop.post(START, "{}").code()).isEqualTo("over-budget");

    shop.put("campaigns/c/budget", "{'limit':5}");
    assertThat(shop.post(START, "{}").status()).isEqualTo(201);
  }

  @Test
  void setsTheForecastAsideUntilTheRunEnds() {
    shop.put("campaigns/c/budget", "{'limit':20}");
    long run = shop.post(START, "{}").json().path("id").asLong();
    assertThat(reserved()).isEqualTo("5.00");

    shop.post("runs/" + run + "/stop", "{}");

    await().atMost(Duration.ofSeconds(20)).until(() -> reserved().equals("0.00"));
  }

  private String reserved() {
    return shop.get("campaigns/c/budget")
        .json()
        .path("reserved")
        .decimalValue()
        .setScale(2)
        .toString();
  }

  private void topUp(int units) {
    new ApiClient(port)
        .send(
            "POST",
            shop.address() + "/balances/sms/entries",
            "{\"units\":" + units + "}",
            "Idempotency-Key",
            "top-up-" + units);
  }

  private static String waiting() {
    return TestCanvases.small("C")
        .replace(
            "\"type\":\"filter\",\"config\":{\"rule\":{\"profile\":\"level\",\"op\":\"at-least\",\"value\":2}}",
            "\"type\":\"wait\",\"config\":{\"for\":\"duration\",\"duration\":\"P9D\"}");
  }
}
