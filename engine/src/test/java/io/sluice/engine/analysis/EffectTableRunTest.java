package io.sluice.engine.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Journey;
import io.sluice.engine.testing.Shop;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The effect table at a hundredth of its size, over HTTP: three messages by gateways of different
 * prices, clicks and orders by some of the people.
 */
@EngineTest
@Tag("any-database")
class EffectTableRunTest {
  private static final List<Row> ROWS =
      List.of(
          new Row("one", 50, 500, 85, 12, 200, "0.24"),
          new Row("two", 30, 300, 60, 15, 300, "0.5"),
          new Row("three", 20, 200, 70, 28, 300, "1"));

  @LocalServerPort int port;
  Shop shop;

  /** A line of the table; orders are of the same amount each. */
  private record Row(
      String node, int percent, int people, int clicks, int buyers, int amount, String price) {}

  @BeforeEach
  void makeShop() {
    shop = Shop.create(new Api(port));
    StringBuilder csv = new StringBuilder("member,phone,status,registered_at,level\n");
    for (int i = 0; i < 1_000; i++) {
      csv.append("m%d,138%08d,active,2020-01-01T00:00:00Z,%s%n".formatted(i, i, level("m" + i)));
    }
    shop.imports().run("members/import", csv.toString());
    StringBuilder prices = new StringBuilder();
    for (Row row : ROWS) {
      shop.put("gateways/" + row.node(), "{'kind':'sandbox','channel':'sms'}");
      prices
          .append(prices.isEmpty() ? "" : ",")
          .append(
              "{'channel':'sms','gateway':'%s','unitPrice':%s}".formatted(row.node(), row.price()));
    }
    assertThat(shop.put("prices", "{'currency':'CNY','prices':[" + prices + "]}").status())
        .isEqualTo(200);
  }

  /** Two of three people have a level. */
  private static String level(String member) {
    int number = Integer.parseInt(member.substring(1));
    return number % 3 == 0 ? "" : String.valueOf(number % 3);
  }

  private long run() {
    StringBuilder variants = new StringBuilder();
    Journey journey = Journey.in(shop, "table").node("who", "target-group", "{'who':'everyone'}");
    for (Row row : ROWS) {
      variants
          .append(variants.isEmpty() ? "" : ",")
          .append(
              "{'key':'%s','name':'%s','percent':%d}"
                  .formatted(row.node(), row.node(), row.percent()));
    }
    journey.node("split", "split", "{'variants':[" + variants + "]}").arrow("who", "split");
    for (Row row : ROWS) {
      journey
          .node(
              row.node(),
              "sms",
              "{'purpose':'service','text':'Hello','signature':'[Shop]','gateway':'%s'}"
                  .formatted(row.node()))
          .arrow("split:" + row.node(), row.node());
    }
    assertThat(journey.save().status()).isEqualTo(201);
    long run = journey.start("{}");
    journey.finished(run);
    return run;
  }

  /** The first people of each message click, the first of those buy. */
  private void respond(long run) {
    String now = Instant.now().toString();
    List<String> orders = new ArrayList<>(List.of("member,order,paid_at,items,amount"));
    for (Row row : ROWS) {
      JsonNode messages =
          shop.get("sandbox/messages?limit=100&run=%d&node=%s".formatted(run, row.node()))
              .json()
              .path("messages");
      for (int i = 0; i < row.clicks(); i++) {
        JsonNode message = messages.get(i);
        String receipts = "sandbox/messages/" + message.path("id").asLong() + "/receipts";
        assertThat(shop.post(receipts, "{'kind':'clicked'}").status()).isBetween(200, 202);
        if (i < row.buyers()) {
          String key = message.path("member").asText();
          orders.add("%s,o-%s,%s,1,%d".formatted(key, key, now, row.amount()));
        }
      }
    }
    JsonNode done = shop.imports().run("orders/import", String.join("\n", orders));
    assertThat(done.path("created").asInt()).as(done.toString()).isEqualTo(55);
  }

  @Test
  void comesOutLineByLineAndInSum() {
    long run = run();
    respond(run);

    JsonNode found = shop.get("runs/" + run + "/analysis").json();

    Map<String, double[]> wanted =
        Map.of(
            "one", new double[] {0.17, 12.0 / 85, 20},
            "two", new double[] {0.2, 0.25, 30},
            "three", new double[] {0.35, 0.4, 42});
    for (Row row : ROWS) {
      JsonNode action = Journey.nodeOf(found.path("actions"), row.node());
      assertThat(action.at("/reach/sent").asInt()).as(action.toString()).isEqualTo(row.people());
      requireQuotients(action.path("response"), wanted.get(row.node()));
    }
    JsonNode total = found.path("total");
    assertThat(total.path("reached").asInt()).as(total.toString()).isEqualTo(1_000);
    assertThat(total.path("clicks").asInt()).isEqualTo(215);
    assertThat(total.path("conversions").asInt()).isEqualTo(55);
    assertThat(total.at("/sales/amount").decimalValue()).isEqualByComparingTo("15300");
    assertThat(total.path("cost").decimalValue()).isEqualByComparingTo("470");
    requireQuotients(total, new double[] {0.215, 5_500.0 / 21_500, 1_530_000.0 / 47_000});
  }

  @Test
  void comesOutInGroupsToo() {
    long run = run();
    respond(run);
    String action = "runs/" + run + "/analysis/three/";
    Map<String, Integer> buyers = new HashMap<>();
    for (JsonNode message :
        shop.get("sandbox/messages?limit=28&run=" + run + "&node=three").json().path("messages")) {
      buyers.merge(level(message.path("member").asText()), 1, Integer::sum);
    }

    JsonNode byLevel = shop.get(action + "breakdown?by=level").json();
    JsonNode byVariant = shop.get(action + "breakdown?by=port:split").json().path("groups");

    assertThat(byLevel.path("overlapping").asBoolean(true)).isFalse();
    int clicks = 0;
    for (JsonNode group : byLevel.path("groups")) {
      int bought = buyers.getOrDefault(group.path("value").asText("").replace("null", ""), 0);
      assertThat(group.path("conversions").asInt()).as(group.toString()).isEqualTo(bought);
      assertThat(group.at("/sales/amount").asInt()).isEqualTo(300 * bought);
      clicks += group.path("clicks").asInt();
    }
    assertThat(clicks).isEqualTo(70);
    assertThat(byVariant).hasSize(1);
    assertThat(byVariant.at("/0/value").asText()).isEqualTo("three");
    assertThat(byVariant.at("/0/ctr").asDouble()).isEqualTo(0.35);
    assertThat(shop.get(action + "breakdown?by=colour").json().path("field").asText())
        .isEqualTo("by");
  }

  private static void requireQuotients(JsonNode figures, double[] wanted) {
    String[] names = {"ctr", "cvr", "roi"};
    for (int i = 0; i < names.length; i++) {
      assertThat(figures.path(names[i]).asDouble())
          .as("%s of %s", names[i], figures)
          .isEqualTo(wanted[i], within(1e-6));
    }
  }
}
