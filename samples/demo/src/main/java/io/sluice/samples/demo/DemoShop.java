package io.sluice.samples.demo;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What campaigns need besides people and canvases: approved templates, rewards to give, prices,
 * units, a budget.
 */
final class DemoShop {
  /** Enough to run every sample a few times. */
  private static final long UNITS_PER_MEMBER = 5;

  /** Enough for every coupon of a run, though few are used. */
  private static final BigDecimal BUDGET_PER_MEMBER = new BigDecimal("10");

  private static final String WHO = DemoUsers.LOADER;
  private static final List<String> REWARDS =
      List.of("coupon-batches", "discount-offers", "points-accounts");

  private final DemoApi api;

  DemoShop(DemoApi api) {
    this.api = api;
  }

  /** Writes the templates of samples/templates whose key is free, and has them approved. */
  void addMissingTemplates() throws IOException {
    SampleFiles.in("templates").forEach(this::addIfMissing);
  }

  private void addIfMissing(String key, byte[] template) {
    String path = "templates/" + key;
    if (!api.has(path)) {
      api.put(path, template);
      api.post(path + "/submit", key, Map.of("by", WHO));
      api.post(path + "/approve", key, Map.of("by", WHO, "words", "As in the samples"));
    }
  }

  /** Makes the coupon batches, offers and accounts of samples/rewards whose key is free. */
  void addMissingRewards() throws IOException {
    for (String kind : REWARDS) {
      Set<String> there = api.keys(kind);
      Map<String, byte[]> missing = SampleFiles.in("rewards/" + kind);
      missing.keySet().removeAll(there);
      missing.forEach((key, reward) -> api.put(kind + "/" + key, reward));
    }
  }

  /** Sets prices, tops up the balances, and gives win-back a budget. */
  void addMoney(int members) {
    api.put(
        "prices",
        Map.of(
            "currency",
            "CNY",
            "prices",
            List.of(
                Map.of("channel", "sms", "unitPrice", new BigDecimal("0.045")),
                Map.of("channel", "email", "unitPrice", new BigDecimal("0.004")))));
    for (String channel : List.of("sms", "email")) {
      api.post(
          "balances/" + channel + "/entries",
          "opening-" + channel,
          Map.of("units", members * UNITS_PER_MEMBER, "note", "Opening balance"));
    }
    api.put(
        "campaigns/win-back/budget",
        Map.of("limit", BUDGET_PER_MEMBER.multiply(BigDecimal.valueOf(members))));
  }
}
