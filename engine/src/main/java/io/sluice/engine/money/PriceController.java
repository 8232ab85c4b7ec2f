package io.sluice.engine.money;

import io.sluice.engine.money.Prices.Price;
import io.sluice.engine.money.Prices.PriceList;
import io.sluice.engine.web.InputText;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/workspaces/{workspace}/prices")
class PriceController {
  private static final int MOST = 1_000;
  private static final int PRICE_DIGITS = 6;
  private static final int CHANNEL_LENGTH = 32;
  private static final int GATEWAY_LENGTH = 64;

  private final Prices prices;

  PriceController(Prices prices) {
    this.prices = prices;
  }

  @Operation(summary = "The price list")
  @GetMapping
  ListView get(@PathVariable Workspace workspace) {
    return ListView.of(prices.list(workspace.id()));
  }

  @Operation(
      summary = "Replaces the price list",
      description =
          "A price is that of one message part or e-mail. Without a gateway it holds for every"
              + " gateway of the channel that has no price of its own.")
  @PutMapping
  ListView put(@PathVariable Workspace workspace, @RequestBody ListView body) {
    String currency = currency(body.currency());
    List<PriceView> wanted = body.prices() == null ? List.of() : body.prices();
    if (wanted.size() > MOST) {
      throw Problem.badField(
          "too-many-prices", "/prices", "A price list has at most " + MOST + " prices.");
    }
    List<Price> checked = new ArrayList<>();
    Set<List<String>> names = new HashSet<>();
    for (int i = 0; i < wanted.size(); i++) {
      String at = "/prices/" + i;
      Price price = checked(at, wanted.get(i));
      if (!names.add(List.of(price.channel(), price.gateway().orElse("")))) {
        throw Problem.badField(
            "price-twice", at, "'" + at + "' is a second price of the same; leave one of them.");
      }
      checked.add(price);
    }
    prices.put(workspace.id(), currency, checked);
    return get(workspace);
  }

  private static Price checked(String at, PriceView price) {
    if (price == null) {
      throw Problem.badField("bad-price", at, "'" + at + "' must be an object with a channel.");
    }
    return new Price(
        line(at + "/channel", price.channel(), CHANNEL_LENGTH),
        Optional.ofNullable(price.gateway())
            .map(gateway -> line(at + "/gateway", gateway, GATEWAY_LENGTH)),
        Amounts.checked(at + "/unitPrice", price.unitPrice(), PRICE_DIGITS));
  }

  private static String line(String field, String text, int length) {
    return InputText.line(field, InputText.key(field, text), length);
  }

  private static String currency(String code) {
    try {
      return Currency.getInstance(code == null ? "" : code).getCurrencyCode();
    } catch (IllegalArgumentException e) {
      throw Problem.badField(
          "unknown-currency",
          "/currency",
          "'currency' must be a currency of ISO 4217 such as CNY or EUR.");
    }
  }

  record PriceView(String channel, String gateway, BigDecimal unitPrice) {}

  record ListView(String currency, List<PriceView> prices) {
    static ListView of(PriceList list) {
      return new ListView(
          list.currency().orElse(null),
          list.prices().stream()
              .map(
                  price ->
                      new PriceView(
                          price.channel(),
                          price.gateway().orElse(null),
                          Amounts.shown(price.unitPrice())))
              .toList());
    }
  }
}
