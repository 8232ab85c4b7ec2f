package io.sluice.samples.demo;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** What messages need besides people and canvases: approved templates, prices, units, a budget. */
final class DemoShop {
  /** Enough to run every sample a few times. */
  private static final long UNITS_PER_MEMBER = 5;

  private static final BigDecimal BUDGET_PER_MEMBER = new BigDecimal("0.05");
  private static final String WHO = "Demo";

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
