package io.sluice.engine.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.delivery.receipt.Callbacks;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Journey;
import io.sluice.engine.testing.Shop;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * On a gateway without faults what was forecast is what comes out: for every message node the same
 * people, the same reasons, the same parts, the same cost. Canvases and populations are random, and
 * the frequency cap and quiet hours bite.
 */
@EngineTest
class MessageAgreementTest {
  private static final Logger LOG = LoggerFactory.getLogger(MessageAgreementTest.class);
  private static final boolean FULL = "full".equals(System.getProperty("sluice.test.tier"));
  private static final int POPULATIONS = FULL ? 30 : 3;
  private static final int CANVASES = FULL ? 10 : 3;
  private static final List<String> ZONES =
      List.of("", "Asia/Shanghai", "America/New_York", "Europe/Berlin", "Pacific/Auckland");
  private static final List<String> NAMES =
      List.of("Ada", "王小明", "O'Neil", "Æsa 😀", "<b>Bo</b>", "", "x".repeat(60));

  @LocalServerPort int port;
  @Autowired DSLContext db;

  @Test
  void whatWasForecastIsWhatComesOut() {
    long fresh = ThreadLocalRandom.current().nextLong(1_000_000);
    LOG.info("Populations of seeds 1 to {} and {}", POPULATIONS - 1, fresh);
    int messages = 0;
    for (int i = 1; i <= POPULATIONS; i++) {
      Random random = new Random(i == POPULATIONS ? fresh : i);
      Shop shop = populate(random);
      Instant asOf = Instant.now().minus(Duration.ofDays(60)).truncatedTo(ChronoUnit.SECONDS);
      for (int j = 1; j <= CANVASES; j++) {
        messages += compare(shop, "c" + j, asOf.plus(Duration.ofHours(random.nextInt(30))), random);
      }
    }
    LOG.info("{} messages were forecast and sent", messages);
    assertThat(messages).isGreaterThan(POPULATIONS * CANVASES * 10);
  }

  private int compare(Shop shop, String key, Instant asOf, Random random) {
    Journey journey = canvas(shop, key, random);
    String options = "{'asOf':'" + asOf + "'}";
    JsonNode dryRun = journey.dryRun(options);
    long run = journey.start(options);
    JsonNode finished = journey.finished(run);
    int sent = 0;
    for (JsonNode forecast : dryRun.at("/result/nodes")) {
      String node = forecast.path("id").asText();
      JsonNode outcome = Journey.nodeOf(finished.path("nodes"), node);
      String where = "node %s of %s in %s, run %d".formatted(node, key, shop.key(), run);
      assertThat(outcome.path("in")).as(where).isEqualTo(forecast.path("in"));
      assertThat(outcome.path("ports")).as(where).isEqualTo(forecast.path("ports"));
      for (String port : List.of("done", "suppressed")) {
        if (forecast.path("ports").has(port)) {
          String members = "nodes/" + node + "/ports/" + port + "/members?limit=1000";
          assertThat(shop.get("runs/" + run + "/" + members).text())
              .as(where)
              .isEqualTo(shop.get("dry-runs/" + dryRun.path("id").asLong() + "/" + members).text());
        }
      }
      if (node.startsWith("m")) {
        JsonNode reasons = outcome.at("/reasons/suppressed");
        if (!forecast.path("heldBack").isEmpty() || !reasons.isMissingNode()) {
          assertThat(reasons).as(where).isEqualTo(forecast.path("heldBack"));
        }
        Spent spent = spent(shop, run, node);
        assertThat(spent.units()).as(where).isEqualTo(forecast.path("units").asLong());
        assertThat(spent.cost())
            .as(where)
            .isEqualByComparingTo(forecast.path("cost").decimalValue());
        sent += forecast.at("/ports/done").asInt();
      }
    }
    return sent;
  }

  private record Spent(long units, BigDecimal cost) {}

  private Spent spent(Shop shop, long run, String node) {
    return db.select(
            sum(field(name("message", "units"), Integer.class)),
            sum(field(name("message", "cost"), BigDecimal.class)))
        .from(table(name("message")))
        .join(table(name("workspace")))
        .on(
            field(name("workspace", "id"), Integer.class)
                .eq(field(name("message", "workspace_id"), Integer.class)))
        .where(
            field(name("workspace", "workspace_key"), String.class).eq(shop.key()),
            field(name("message", "run_id"), Long.class).eq(run),
            field(name("message", "node_id"), String.class).eq(node))
        .fetchSingle(
            row ->
                new Spent(
                    row.value1() == null ? 0 : row.value1().longValue(),
                    row.value2() == null ? BigDecimal.ZERO : row.value2()));
  }

  /** A chain with parallel arms, so that several messages go to the same people. */
  private static Journey canvas(Shop shop, String key, Random random) {
    Journey journey = Journey.in(shop, key);
    boolean guests = random.nextBoolean();
    if (guests) {
      journey.node("list", "import-list", "{'list':'fair'}");
    }
    if (!guests || random.nextBoolean()) {
      journey.node("who", "target-group", "{'who':'everyone'}");
    }
    String start = guests ? "all" : "who";
    if (guests) {
      journey.node("all", "merge", "{}").arrow("list", "all");
      if (journey.has("who")) {
        journey.arrow("who", "all");
      }
    }
    List<String> ends = new ArrayList<>(List.of(start));
    int nodes = 3 + random.nextInt(6);
    for (int i = 0; i < nodes; i++) {
      String from = ends.get(random.nextInt(ends.size()));
      String id;
      switch (random.nextInt(6)) {
        case 0 -> {
          id = "f" + i;
          journey.node(
              id,
              "filter",
              "{'rule':{'profile':'level','op':'at-least','value':%d}}"
                  .formatted(random.nextInt(3)));
        }
        case 1 -> {
          id = "w" + i;
          journey.node(
              id,
              "wait",
              "{'for':'duration','duration':'PT%dH'}".formatted(1 + random.nextInt(40)));
        }
        case 2 -> {
          id = "m" + i;
          // A list of phones leads to no e-mail.
          journey.node(id, guests ? "sms" : "email", guests ? sms(random, true) : email(random));
        }
        default -> {
          id = "m" + i;
          journey.node(id, "sms", sms(random, guests));
        }
      }
      journey.arrow(from, id);
      ends.add(id);
      if (id.startsWith("f")) {
        ends.add(id + ":rest");
      }
    }
    return journey;
  }

  private static String sms(Random random, boolean guests) {
    return "{'purpose':'%s','text':'%s','signature':'【Shop】','optOut':'回T退订','atNight':'%s'%s}"
        .formatted(
            random.nextInt(4) == 0 ? "service" : "marketing",
            guests && random.nextBoolean()
                ? "{{ list.name | default: \\\"you\\\" }}: {{ list.code }}"
                : random.nextBoolean()
                    ? "Hello {{ member.name | default: \\\"you\\\" }}, "
                        + "new things are in. ".repeat(random.nextInt(5))
                    : "新品上市",
            random.nextBoolean() ? "hold" : "drop",
            random.nextInt(3) == 0 ? ",'skipIf':{'profile':'level','op':'is','value':2}" : "");
  }

  private static String email(Random random) {
    return "{'purpose':'marketing','subject':'Hi {{ member.name }}','html':'<p>Hi {{ member.name }}</p>','atNight':'%s'}"
        .formatted(random.nextBoolean() ? "hold" : "drop");
  }

  /** People some of whom share addresses, live elsewhere, withdrew, left, or cannot be reached. */
  private Shop populate(Random random) {
    Shop shop = Shop.create(new Api(port));
    StringBuilder csv =
        new StringBuilder(
            "member,name,phone,email,status,level,time_zone,registered_at,consent:sms,consent:email\n");
    for (int i = 0; i < 120; i++) {
      csv.append("p").append(i);
      csv.append(",\"").append(NAMES.get(random.nextInt(NAMES.size()))).append('"');
      csv.append(',')
          .append(random.nextInt(8) == 0 ? "" : "1380000" + (1000 + random.nextInt(100)));
      csv.append(',')
          .append(random.nextInt(5) == 0 ? "" : "P" + random.nextInt(100) + "@example.com");
      csv.append(',').append(random.nextInt(10) == 0 ? "deregistered" : "active");
      csv.append(',').append(random.nextInt(5));
      csv.append(',').append(ZONES.get(random.nextInt(ZONES.size())));
      csv.append(",2020-01-01");
      csv.append(',').append(random.nextInt(4) == 0 ? "no" : "yes");
      csv.append(',').append(random.nextInt(4) == 0 ? "no" : "yes").append('\n');
    }
    JsonNode imported =
        shop.imports()
            .run(
                "members/import?consentBasis=opt-in&consentAt=2020-01-01T00:00:00Z",
                csv.toString());
    assertThat(imported.path("broken").asInt()).as(imported.toString()).isZero();
    importList(shop, random);
    shop.put(
        "messaging-policy",
        "{'caps':[{'messages':%d,'hours':24}],'quietHours':{'from':'21:00','to':'08:30'}}"
            .formatted(1 + random.nextInt(3)));
    assertThat(
            shop.put(
                    "prices",
                    "{'currency':'CNY','prices':[{'channel':'sms','unitPrice':0.045},{'channel':'email','unitPrice':0.003}]}")
                .status())
        .isEqualTo(200);
    return shop;
  }

  /** Numbers of members and of others; in a second workspace the same ids say the opposite. */
  private void importList(Shop shop, Random random) {
    StringBuilder csv = new StringBuilder("phone,name,code\n");
    StringBuilder opposite = new StringBuilder("phone,name,code\n");
    for (int i = 0; i < 60; i++) {
      int number = 1000 + 3 * i;
      csv.append(i % 2 == 0 ? "+86" : "").append("1380000").append(number).append(",\"");
      csv.append(NAMES.get(random.nextInt(NAMES.size()))).append("\",");
      csv.append(random.nextInt(4) == 0 ? "" : "C".repeat(1 + random.nextInt(90))).append('\n');
      opposite.append("1390000").append(number).append(",Nobody,").append("X".repeat(100));
      opposite.append('\n');
    }
    Shop other = Shop.create(shop.api());
    for (var list : List.of(Map.entry(shop, csv), Map.entry(other, opposite))) {
      JsonNode imported =
          list.getKey()
              .imports()
              .run("lists/fair/import?consentBasis=fair", list.getValue().toString());
      assertThat(imported.path("created").asInt()).as(imported.toString()).isEqualTo(60);
    }
    for (int i = 0; i < 60; i += 7) {
      new Callbacks(port, shop, "sandbox-sms").reply("r" + i, "1380000" + (1000 + 3 * i), "R");
      new Callbacks(port, other, "sandbox-sms").reply("r" + i, "1390000" + (1003 + 3 * i), "R");
    }
  }
}
