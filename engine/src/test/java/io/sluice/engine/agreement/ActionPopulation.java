package io.sluice.engine.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.delivery.receipt.Callbacks;
import io.sluice.engine.reward.coupon.CouponLedger;
import io.sluice.engine.reward.points.PointsLedger;
import io.sluice.engine.segment.SetLog;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.Shop;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.engine.workspace.Workspaces;
import io.sluice.node.AccountRef;
import io.sluice.node.Audience;
import io.sluice.node.CouponRef;
import io.sluice.node.CouponWrite;
import io.sluice.node.PointsWrite;
import io.sluice.node.SetRef;
import io.sluice.node.SetWrite;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes workspaces for random journeys: people some of whom share addresses, live elsewhere,
 * withdrew, left, or cannot be reached; with points, coupons and marks of before.
 */
final class ActionPopulation {
  static final int PEOPLE = 120;
  private static final Instant LONG_AGO = Instant.parse("2024-01-01T00:00:00Z");
  private static final List<String> ZONES =
      List.of("", "Asia/Shanghai", "America/New_York", "Europe/Berlin", "Pacific/Auckland");
  private static final List<String> NAMES =
      List.of("Ada", "王小明", "O'Neil", "Æsa 😀", "<b>Bo</b>", "", "x".repeat(60));

  private final int port;
  private final Workspaces workspaces;
  private final PointsLedger points;
  private final CouponLedger coupons;
  private final SetLog sets;
  private final TransactionTemplate transaction;

  ActionPopulation(
      int port,
      Workspaces workspaces,
      PointsLedger points,
      CouponLedger coupons,
      SetLog sets,
      TransactionTemplate transaction) {
    this.port = port;
    this.workspaces = workspaces;
    this.points = points;
    this.coupons = coupons;
    this.sets = sets;
    this.transaction = transaction;
  }

  Shop create(Random random) {
    Shop shop = Shop.create(new Api(port));
    shop.put("attributes/color", "{'label':'C','type':'choice','choices':['red','green','blue']}");
    shop.put(
        "attributes/likes",
        "{'label':'L','type':'multi-choice','choices':['sports','beauty','books']}");
    shop.put("attributes/score", "{'label':'S','type':'number'}");
    importMembers(shop, random);
    importList(shop, random);
    define(shop, random);
    WorkspaceId workspace = workspaces.find(shop.key()).orElseThrow().id();
    transaction.executeWithoutResult(status -> give(workspace, random));
    return shop;
  }

  private static void importMembers(Shop shop, Random random) {
    StringBuilder csv =
        new StringBuilder(
            "member,name,phone,email,status,gender,level,time_zone,registered_at,consent:sms,"
                + "consent:email,attribute:color,attribute:likes,attribute:score\n");
    for (int i = 0; i < PEOPLE; i++) {
      csv.append("p").append(i);
      csv.append(",\"").append(any(random, NAMES)).append('"');
      csv.append(',')
          .append(random.nextInt(8) == 0 ? "" : "1380000" + (1000 + random.nextInt(100)));
      csv.append(',')
          .append(random.nextInt(5) == 0 ? "" : "P" + random.nextInt(100) + "@example.com");
      csv.append(',').append(random.nextInt(10) == 0 ? "deregistered" : "active");
      csv.append(',').append(random.nextBoolean() ? "female" : "male");
      csv.append(',').append(random.nextInt(6) == 0 ? "" : String.valueOf(random.nextInt(5)));
      csv.append(',').append(any(random, ZONES));
      csv.append(",2020-01-01");
      csv.append(',').append(random.nextInt(4) == 0 ? "no" : "yes");
      csv.append(',').append(random.nextInt(4) == 0 ? "no" : "yes");
      for (String attribute : List.of("color", "likes", "score")) {
        csv.append(',')
            .append(random.nextBoolean() ? "" : any(random, RandomConditions.values(attribute)));
      }
      csv.append('\n');
    }
    JsonNode imported =
        shop.imports()
            .run(
                "members/import?consentBasis=opt-in&consentAt=2020-01-01T00:00:00Z",
                csv.toString());
    assertThat(imported.path("broken").asInt()).as(imported.toString()).isZero();
  }

  private static void define(Shop shop, Random random) {
    shop.put("points-accounts/shop", "{'name':'P','pointCost':0.015}");
    shop.put("points-accounts/games", "{'name':'P'}");
    Map<String, String> batches =
        Map.of(
            "plenty", "'value':5,'kind':'amount'",
            "short", "'value':30,'kind':'percent','maxDeduction':10,'stock':" + random.nextInt(90),
            "twice", "'value':2.5,'kind':'amount','perPerson':2,'expectedShare':0.2",
            "claim", "'value':7,'kind':'amount','issue':'claim','stock':20",
            "over", "'value':5,'kind':'amount','validUntil':'2025-01-01T00:00:00Z'");
    batches.forEach(
        (key, batch) ->
            assertThat(shop.put("coupon-batches/" + key, "{'name':'B'," + batch + "}").status())
                .isEqualTo(200));
    defineOffersAndPools(shop, random);
    shop.put(
        "messaging-policy",
        "{'caps':[{'messages':%d,'hours':24}],'quietHours':{'from':'21:00','to':'08:30'}}"
            .formatted(1 + random.nextInt(3)));
    String prices =
        "{'currency':'CNY','prices':[{'channel':'sms','unitPrice':0.045},{'channel':'email','unitPrice':0.003}]}";
    assertThat(shop.put("prices", prices).status()).isEqualTo(200);
  }

  private static void defineOffersAndPools(Shop shop, Random random) {
    String money = "{'name':'O','kind':'spend-amount','benefit':'money','value':40}";
    String price = "{'name':'O','kind':'special-price','value':8,'products':['mug'],'quantity':5}";
    assertThat(shop.put("discount-offers/forty", money).status()).isEqualTo(200);
    assertThat(shop.put("discount-offers/special", price).status()).isEqualTo(200);
    Map<String, Integer> codes = Map.of("many", 20 * PEOPLE, "few", 1 + random.nextInt(90));
    codes.forEach(
        (pool, count) -> {
          shop.put("code-pools/" + pool, "{'name':'P','unitCost':0.5}");
          String file =
              IntStream.range(0, count).mapToObj(i -> "C" + i).collect(Collectors.joining("\n"));
          shop.api()
              .send(
                  "POST",
                  shop.address() + "/code-pools/" + pool + "/codes",
                  "text/plain",
                  BodyPublishers.ofString(file));
          assertThat(shop.get("code-pools/" + pool).json().path("left").asInt()).isEqualTo(count);
        });
  }

  /** What people had before; of an account, batch or set about half of them. */
  private void give(WorkspaceId workspace, Random random) {
    for (String account : Kind.ACCOUNTS) {
      for (int i = 0; i < 3; i++) {
        points.append(
            workspace,
            new PointsWrite(
                new AccountRef(account),
                PointsWrite.Change.ADD,
                1 + random.nextInt(60),
                some(random, 3)),
            LONG_AGO,
            "before/" + i,
            null);
      }
    }
    for (String batch : List.of("plenty", "twice")) {
      coupons.give(
          workspace,
          new CouponWrite(new CouponRef(batch), some(random, 2), true),
          LONG_AGO,
          new CouponLedger.Source("before", null, null, null, null, null));
    }
    for (SetRef set :
        List.of(SetRef.BENEFIT_BLACKLIST, SetRef.MESSAGE_BLACKLIST, SetRef.rewardGroup("hello"))) {
      sets.append(workspace, SetWrite.add(set, some(random, 6)), LONG_AGO, "before", null);
    }
    workspaces.dataChanged(workspace);
  }

  private static Audience some(Random random, int oneIn) {
    return Audience.collect(
        IntStream.range(0, PEOPLE).filter(member -> random.nextInt(oneIn) == 0));
  }

  /** Numbers of members and of others; in a second workspace the same ids say the opposite. */
  private void importList(Shop shop, Random random) {
    StringBuilder csv = new StringBuilder("phone,name,code\n");
    StringBuilder opposite = new StringBuilder("phone,name,code\n");
    for (int i = 0; i < 60; i++) {
      int number = 1000 + 3 * i;
      csv.append(i % 2 == 0 ? "+86" : "").append("1380000").append(number).append(",\"");
      csv.append(any(random, NAMES)).append("\",");
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

  private static <T> T any(Random random, List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
