package io.sluice.engine.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Journey;
import io.sluice.engine.testing.PublicData;
import io.sluice.engine.testing.Shop;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Runs on the CDNOW data set (Fader and Hardie 2001) that are dated in its past: what they count
 * agrees with what a plain loop over the lines of the file finds.
 */
@EngineTest
class CdnowAnalysisTest {
  private static final List<String> DATES =
      List.of("1997-03-01T12:00:00Z", "1997-09-15T00:00:00Z", "1998-02-28T23:59:59Z");
  private static final int DAYS = 30;

  @LocalServerPort int port;

  /** What the loop found. */
  private record Found(int people, int orders, Set<String> buyers, long items, BigDecimal amount) {}

  @Test
  void countsOfRunsInThePastAgreeWithALoopOverTheFile() throws IOException {
    Path file = PublicData.require("cdnow/orders.csv.gz");
    byte[] csv = unpacked(file);
    Shop shop = Shop.create(new Api(port));
    new Api(port).put(shop.address(), "{\"timeZone\":\"America/New_York\"}");
    JsonNode imported =
        shop.imports().run("orders/import?createMembers=true", BodyPublishers.ofByteArray(csv));
    assertThat(imported.path("created").asInt()).isEqualTo(69_659);
    Journey journey = journey(shop);

    for (String date : DATES) {
      long run = journey.start("{'asOf':'" + date + "'}");
      journey.finished(run);

      JsonNode action = shop.get("runs/" + run + "/analysis").json().at("/actions/0");

      requireAgreement(action, found(csv, Instant.parse(date)), date);
    }
  }

  private static Journey journey(Shop shop) {
    Journey journey =
        Journey.in(shop, "past")
            .node(
                "bought",
                "target-group",
                "{'who':'rule','rule':{'orders':'count','op':'at-least','value':1}}")
            .node("asked", "tag", "{'tag':'asked','action':'add'}")
            .node("watch", "analysis", "{'days':" + DAYS + "}")
            .arrow("bought", "asked")
            .arrow("asked", "watch");
    assertThat(journey.save().status()).isEqualTo(201);
    return journey;
  }

  private static void requireAgreement(JsonNode action, Found found, String date) {
    JsonNode sales = action.path("sales");
    assertThat(action.at("/reach/sent").asInt()).as(date).isEqualTo(found.people()).isPositive();
    assertThat(sales.path("orders").asInt()).as(date).isEqualTo(found.orders()).isPositive();
    assertThat(sales.path("buyers").asInt()).as(date).isEqualTo(found.buyers().size());
    assertThat(sales.path("items").asLong()).as(date).isEqualTo(found.items());
    assertThat(sales.path("amount").decimalValue()).as(date).isEqualByComparingTo(found.amount());
    assertThat(sales.path("itemsPerBuyer").asDouble())
        .as(date)
        .isEqualTo((double) found.items() / found.buyers().size(), within(1e-6));
    assertThat(sales.path("amountPerBuyer").asDouble())
        .as(date)
        .isEqualTo(found.amount().doubleValue() / found.buyers().size(), within(1e-6));
  }

  private static Found found(byte[] csv, Instant start) {
    ZoneId zone = ZoneId.of("America/New_York");
    Instant end =
        start.atZone(zone).toLocalDate().plusDays(DAYS + 1L).atStartOfDay(zone).toInstant();
    Set<String> people = new HashSet<>();
    Set<String> buyers = new HashSet<>();
    int orders = 0;
    long items = 0;
    BigDecimal amount = BigDecimal.ZERO;
    List<String> lines = new String(csv, StandardCharsets.UTF_8).lines().skip(1).toList();
    for (String line : lines) {
      String[] cells = line.split(",");
      if (!Instant.parse(cells[2]).isAfter(start)) {
        people.add(cells[0]);
      }
    }
    for (String line : lines) {
      String[] cells = line.split(",");
      Instant paid = Instant.parse(cells[2]);
      if (people.contains(cells[0]) && !paid.isBefore(start) && paid.isBefore(end)) {
        orders++;
        buyers.add(cells[0]);
        items += Long.parseLong(cells[3]);
        amount = amount.add(new BigDecimal(cells[4]));
      }
    }
    return new Found(people.size(), orders, buyers, items, amount);
  }

  private static byte[] unpacked(Path file) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return in.readAllBytes();
    }
  }
}
