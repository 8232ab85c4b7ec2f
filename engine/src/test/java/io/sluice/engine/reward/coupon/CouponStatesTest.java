package io.sluice.engine.reward.coupon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Journey;
import io.sluice.engine.testing.Shop;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What became of coupons, as rules see it to the second, and what orders make of them. */
@EngineTest
class CouponStatesTest {
  private static final Instant GIVEN = Instant.parse("2026-03-01T10:00:00.25Z");

  @LocalServerPort int port;
  private Shop shop;

  @BeforeEach
  void givesFivePeopleACouponInSpring() {
    shop = Shop.create(new Api(port));
    Shop other = Shop.create(shop.api());
    for (Shop each : List.of(shop, other)) {
      each.imports()
          .run(
              "members/import",
              "member,registered_at\nm0,2020-01-01\nm1,2020-01-01\nm2,2020-01-01\n"
                  + "m3,2020-01-01\nm4,2020-01-01\n");
      each.put(
          "coupon-batches/forty",
          "{'name':'Forty','kind':'amount','value':40,'threshold':200,'validDays':10}");
    }
    give(other, GIVEN.plus(Duration.ofDays(1)));
    give(shop, GIVEN);
  }

  private static Journey journey(Shop shop) {
    return Journey.in(shop, "spring")
        .node("who", "target-group", "{'who':'everyone'}")
        .node("coupon", "coupon", "{'batch':'forty'}")
        .arrow("who", "coupon");
  }

  private static void give(Shop shop, Instant at) {
    Journey journey = journey(shop);
    journey.dryRun("{'asOf':'" + at + "'}");
    journey.finished(journey.start("{'asOf':'" + at + "'}"));
  }

  private String code(String member) {
    return shop.get("members/" + member + "/coupons").json().path(0).path("code").asText();
  }

  /** How many meet a condition on coupons so long after they were given. */
  private int count(String condition, Duration after) {
    shop.put(
        "segments/asked", "{'name':'asked','rule':{'coupon':{'batch':'forty'," + condition + "}}}");
    return shop.get("segments/asked?asOf=" + GIVEN.plus(after)).json().path("count").asInt();
  }

  private JsonNode order(String csv) {
    return shop.imports().run("orders/import", "member,order,paid_at,amount,coupon\n" + csv);
  }

  @Test
  void countsSevenDaysToTheSecond() {
    assertThat(count("'is':'unused','forDays':7", Duration.ofHours(7 * 24 - 1))).isZero();
    assertThat(count("'is':'unused','forDays':7", Duration.ofDays(7).minusMillis(1))).isZero();
    assertThat(count("'is':'unused','forDays':7", Duration.ofDays(7))).isEqualTo(5);
    assertThat(count("'is':'claimed'", Duration.ofSeconds(-1))).isZero();
    assertThat(count("'is':'offered'", Duration.ZERO)).isEqualTo(5);
    assertThat(count("'is':'expired'", Duration.ofDays(10).minusMillis(1))).isZero();
    assertThat(count("'is':'expired'", Duration.ofDays(10))).isEqualTo(5);
    assertThat(count("'is':'unused'", Duration.ofDays(10))).isZero();
  }

  @Test
  void seesSevenDaysBehindTheNode() {
    shop.put("coupon-batches/more", "{'name':'More','kind':'amount','value':1}");
    String rule = "{'rule':{'coupon':{'node':'coupon','is':'unused','forDays':7}}}";
    Journey journey =
        Journey.in(shop, "waits")
            .node("who", "target-group", "{'who':'everyone'}")
            .node("coupon", "coupon", "{'batch':'more'}")
            .node("short", "wait", "{'for':'duration','duration':'P6DT23H'}")
            .node("long", "wait", "{'for':'duration','duration':'P7D'}")
            .node("early", "filter", rule)
            .node("late", "filter", rule)
            .arrow("who", "coupon")
            .arrow("coupon", "short")
            .arrow("coupon", "long")
            .arrow("short", "early")
            .arrow("long", "late");
    journey.dryRun("{'asOf':'" + GIVEN + "'}");

    JsonNode nodes = journey.finished(journey.start("{'asOf':'" + GIVEN + "'}")).path("nodes");

    assertThat(Journey.nodeOf(nodes, "early").at("/ports/out").asInt()).isZero();
    assertThat(Journey.nodeOf(nodes, "late").at("/ports/out").asInt()).isEqualTo(5);
  }

  @Test
  void forecastsThatCouponsExpireWhenTheyDoAndNotBefore() {
    shop.put("coupon-batches/ten", "{'name':'Ten','kind':'amount','value':1,'validDays':10}");
    Journey journey =
        Journey.in(shop, "ends")
            .node("who", "target-group", "{'who':'everyone'}")
            .node("coupon", "coupon", "{'batch':'ten'}")
            .arrow("who", "coupon");
    for (int days : new int[] {9, 10}) {
      journey
          .node("wait" + days, "wait", "{'for':'duration','duration':'P" + days + "D'}")
          .arrow("coupon", "wait" + days);
      for (String fact : new String[] {"expired", "unused"}) {
        for (String of : new String[] {"batch':'ten", "node':'coupon"}) {
          String node = fact + days + of.charAt(0);
          String rule = "{'rule':{'coupon':{'" + of + "','is':'" + fact + "'}}}";
          journey.node(node, "filter", rule).arrow("wait" + days, node);
        }
      }
    }

    JsonNode nodes = journey.dryRun("{}").at("/result/nodes");

    for (String of : new String[] {"b", "n"}) {
      assertThat(out(nodes, "expired9" + of)).isEqualTo("0 exactly");
      assertThat(out(nodes, "unused9" + of)).isEqualTo("5 at most");
      assertThat(out(nodes, "expired10" + of)).isEqualTo("5 at most");
      assertThat(out(nodes, "unused10" + of)).isEqualTo("0 exactly");
    }
  }

  private static String out(JsonNode nodes, String node) {
    JsonNode one = Journey.nodeOf(nodes, node);
    boolean open = one.path("upTo").toString().contains("out");
    return one.at("/ports/out").asInt() + (open ? " at most" : " exactly");
  }

  @Test
  void isUsedByAnOrderAsOfWhenItWasMade() {
    String csv = "m1,o1,2026-03-03 18:00,250," + code("m1").toLowerCase() + "\n";

    JsonNode first = order(csv);
    JsonNode again = order(csv);

    assertThat(first.path("broken").asInt()).as(first.toString()).isZero();
    assertThat(shop.imports().errors(again)).isEmpty();
    assertThat(again.path("unchanged").asInt()).isEqualTo(1);
    JsonNode coupon = shop.get("coupons/" + code("m1")).json();
    assertThat(coupon.path("usedAt").asText()).isEqualTo("2026-03-03T10:00:00Z");
    assertThat(coupon.path("order").asText()).isEqualTo("o1");
    assertThat(coupon.path("deduction").decimalValue()).isEqualByComparingTo("40");
    assertThat(count("'is':'used'", Duration.ofDays(2).minusSeconds(1))).isZero();
    assertThat(count("'is':'used'", Duration.ofDays(2))).isEqualTo(1);
    assertThat(count("'is':'unused','forDays':7", Duration.ofDays(8))).isEqualTo(4);
  }

  @Test
  void keepsTheOrderOfACouponThatIsWrongAndTellsTheLine() {
    shop.post("coupons/" + code("m4") + "/revoke", "{}");
    String used = code("m0");

    JsonNode state =
        order(
            "m0,a,2026-03-02,200,"
                + used
                + "\n"
                + "m0,b,2026-03-02,200,"
                + used
                + "\n"
                + "m1,c,2026-03-02,200,"
                + code("m2")
                + "\n"
                + "m2,d,2026-03-20,200,"
                + code("m2")
                + "\n"
                + "m3,e,2026-02-01,200,"
                + code("m3")
                + "\n"
                + "m3,f,2026-03-02,199.99,"
                + code("m3")
                + "\n"
                + "m4,g,2026-03-02,200,"
                + code("m4")
                + "\n"
                + "m4,h,2026-03-02,200,0000-0000-0000\n");

    assertThat(state.path("created").asInt()).as(state.toString()).isEqualTo(8);
    assertThat(shop.imports().errors(state))
        .extracting(line -> line.substring(0, line.indexOf("; ")).replaceAll("'.{12}' ", ""))
        .containsExactly(
            "3,\"coupon\",\"The coupon was used with the order 'a' already",
            "4,\"coupon\",\"The coupon belongs to another member",
            "5,\"coupon\",\"The coupon had expired when this was ordered",
            "6,\"coupon\",\"The coupon was not claimed yet when this was ordered",
            "7,\"coupon\",\"The coupon counts from 200 on, and the lines make 199.99",
            "8,\"coupon\",\"The coupon was revoked",
            "9,\"coupon\",\"There is no coupon '0000-0000-0000'");
    assertThat(shop.get("orders/summary").json().path("orders").asInt()).isEqualTo(8);
  }

  @Test
  void takesOrdersOfTheSecondInWhichTheCouponWasGivenLineByLineToo() {
    String line =
        "{'member':'m1','order':'o9','paid_at':'2026-03-01T10:00:00Z','amount':170,'coupon':'%s','deduction':40}\n"
            .formatted(code("m1"))
            .replace('\'', '"');

    JsonNode answer =
        shop.api()
            .send(
                "POST",
                shop.address() + "/orders",
                "application/x-ndjson",
                BodyPublishers.ofString(line + line.replace("o9", "o8")))
            .json();

    assertThat(answer.path("created").asInt()).isEqualTo(2);
    assertThat(answer.at("/errors/0/line").asInt()).isEqualTo(2);
    JsonNode coupon = shop.get("coupons/" + code("m1")).json();
    assertThat(coupon.path("deduction").decimalValue()).isEqualByComparingTo("40");
    assertThat(coupon.path("orderAmount").decimalValue()).isEqualByComparingTo("170");
  }
}
