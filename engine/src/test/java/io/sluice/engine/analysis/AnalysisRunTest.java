package io.sluice.engine.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Journey;
import io.sluice.engine.testing.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What comes of runs, over HTTP. Another workspace has the same keys and opposite facts. */
@EngineTest
class AnalysisRunTest {
  private static final String AS_OF = "{'asOf':'2026-06-18T07:00:00Z'}";
  private static final String EVERYONE = "{'who':'everyone'}";
  private static final String TAG = "{'tag':'seen','action':'add'}";

  @LocalServerPort int port;
  @Autowired RecountSweep sweep;
  Shop shop;

  @BeforeEach
  void makeShops() {
    Shop other = Shop.create(new Api(port));
    members(other, "a", "b");
    orders(other, "a,x1,2026-06-19T10:00:00Z,9,900", "b,x2,2026-06-19T10:00:00Z,9,900");
    shop = Shop.create(new Api(port));
  }

  private static void members(Shop of, String... keys) {
    String rows =
        List.of(keys).stream()
            .map(key -> key + ",Name " + key + ",active,2020-01-01T00:00:00Z")
            .collect(Collectors.joining("\n"));
    of.imports().run("members/import", "member,name,status,registered_at\n" + rows + "\n");
  }

  private static void orders(Shop of, String... rows) {
    JsonNode done =
        of.imports()
            .run("orders/import", "member,order,paid_at,items,amount\n" + String.join("\n", rows));
    assertThat(done.path("created").asInt()).as(done.toString()).isEqualTo(rows.length);
  }

  private JsonNode analysis(long run) {
    return shop.get("runs/" + run + "/analysis").json();
  }

  private static JsonNode action(JsonNode analysis, String node) {
    return Journey.nodeOf(analysis.path("actions"), node);
  }

  private Journey tagging(String key) {
    return Journey.in(shop, key)
        .node("who", "target-group", EVERYONE)
        .node("tag", "tag", TAG)
        .arrow("who", "tag");
  }

  private long run(Journey journey) {
    assertThat(journey.save().status()).as(journey.save().text()).isIn(200, 201);
    long run = journey.start(AS_OF);
    journey.finished(run);
    return run;
  }

  @Test
  void anOrderCountsUntilTheEndOfTheFifthDayAfterTheRun() {
    members(shop, "a", "b", "c", "d");
    orders(
        shop,
        "a,1,2026-06-23T23:59:59+08:00,2,30",
        "b,2,2026-06-24T00:00:00+08:00,1,10",
        "c,3,2026-06-18T14:59:59+08:00,1,10",
        "a,4,2026-06-18T15:00:00+08:00,1,20.50");

    JsonNode found =
        analysis(run(tagging("window").node("watch", "analysis", "{}").arrow("tag", "watch")));

    assertThat(found.path("until").asText()).isEqualTo("2026-06-23T16:00:00Z");
    assertThat(found.path("complete").asBoolean()).isTrue();
    JsonNode sales = action(found, "tag").path("sales");
    assertThat(sales.path("orders").asInt()).as(found.toString()).isEqualTo(2);
    assertThat(sales.path("buyers").asInt()).isEqualTo(1);
    assertThat(sales.path("items").asInt()).isEqualTo(3);
    assertThat(sales.path("amount").decimalValue()).isEqualByComparingTo("50.5");
    assertThat(sales.path("itemsPerBuyer").asDouble()).isEqualTo(3);
    assertThat(sales.path("amountPerBuyer").asDouble()).isEqualTo(50.5);
    assertThat(action(found, "tag").path("analysis").asText()).isEqualTo("watch");
  }

  @Test
  void isCountedEachMorningUntilTheWindowIsOver() {
    members(shop, "a");
    orders(shop, "a,1,2026-06-19T10:00:00+08:00,2,30", "a,2,2026-06-23T10:00:00+08:00,1,5");
    long run = run(tagging("mornings"));

    sweep.sweep();
    sweep.sweep();

    JsonNode days = shop.get("runs/" + run + "/recounts").json();
    assertThat(days).hasSize(6);
    assertThat(days.at("/0/day").asText()).isEqualTo("2026-06-23");
    assertThat(days.at("/0/asOf").asText()).isEqualTo("2026-06-23T16:00:00Z");
    assertThat(days.at("/5/day").asText()).isEqualTo("2026-06-18");
    assertThat(orders(run, "2026-06-18")).isZero();
    assertThat(orders(run, "2026-06-19")).isEqualTo(1);
    assertThat(orders(run, "2026-06-22")).isEqualTo(1);
    assertThat(orders(run, "2026-06-23")).isEqualTo(2);
    assertThat(shop.get("runs/" + run + "/recounts/2026-06-24").code()).isEqualTo("not-counted");
  }

  private int orders(long run, String day) {
    JsonNode figures = shop.get("runs/" + run + "/recounts/" + day).json();
    return action(figures, "tag").at("/sales/orders").asInt(-1);
  }

  @Test
  void aLongerWindowHasEndedRunsCountedAgain() {
    members(shop, "a");
    orders(shop, "a,1,2026-06-25T10:00:00+08:00,2,30");
    long run = run(tagging("longer"));
    sweep.sweep();

    shop.put("campaigns/longer/analysis-window", "{'days':8}");
    sweep.sweep();

    assertThat(shop.get("campaigns/longer/analysis-window").json().path("days").asInt())
        .isEqualTo(8);
    assertThat(shop.get("runs/" + run + "/recounts").json()).hasSize(9);
    assertThat(orders(run, "2026-06-26")).isEqualTo(1);
    assertThat(shop.put("campaigns/longer/analysis-window", "{'days':91}").code())
        .isEqualTo("out-of-range");
  }

  @Test
  void theTotalCountsAnOrderOnceThoughItCountsUnderTwoActions() {
    members(shop, "a", "b");
    orders(shop, "a,1,2026-06-19T10:00:00Z,2,30", "b,2,2026-06-19T10:00:00Z,1,10");
    Journey journey =
        tagging("twice").node("save", "tag", "{'tag':'more','action':'add'}").arrow("tag", "save");

    JsonNode found = analysis(run(journey));
    run(journey);
    JsonNode campaign = shop.get("campaigns/twice/analysis").json();

    assertThat(action(found, "tag").at("/sales/orders").asInt()).isEqualTo(2);
    assertThat(action(found, "save").at("/sales/orders").asInt()).isEqualTo(2);
    assertThat(found.at("/total/sales/orders").asInt()).isEqualTo(2);
    assertThat(found.at("/total/sales/amount").asInt()).isEqualTo(40);
    assertThat(found.at("/total/people").asInt()).isEqualTo(2);
    assertThat(found.at("/total/conversions").asInt()).isEqualTo(2);
    assertThat(campaign.path("runs")).hasSize(2);
    assertThat(campaign.at("/total/sales/orders").asInt()).isEqualTo(2);
    assertThat(campaign.at("/total/entered").asInt()).isEqualTo(2);
    assertThat(campaign.path("actions")).hasSize(2);
    assertThat(action(campaign, "tag").at("/sales/orders").asInt()).isEqualTo(2);
    assertThat(action(campaign, "tag").at("/reach/sent").asInt()).isEqualTo(4);
    assertThat(action(campaign, "tag").at("/response/conversions").asInt()).isEqualTo(2);
    assertThat(campaign.at("/runs/0/total/entered").asInt()).isEqualTo(2);
  }

  @Test
  void whoIsLeftAloneIsInNoTotal() {
    members(shop, "a", "b");
    orders(shop, "a,1,2026-06-19T10:00:00Z,2,30");

    JsonNode found =
        analysis(
            run(
                Journey.in(shop, "alone")
                    .node("who", "target-group", EVERYONE)
                    .node("control", "control", "{}")
                    .arrow("who", "control")));

    assertThat(action(found, "control").at("/sales/orders").asInt()).isEqualTo(1);
    assertThat(found.at("/total/entered").asInt()).isEqualTo(2);
    assertThat(found.at("/total/people").asInt()).isZero();
    assertThat(found.at("/total/sales/orders").asInt()).isZero();
  }

  @Test
  void withoutBuyersThereIsNothingPerBuyer() {
    members(shop, "a");

    JsonNode sales = action(analysis(run(tagging("none"))), "tag").path("sales");

    assertThat(sales.path("orders").asInt()).isZero();
    assertThat(sales.get("itemsPerBuyer").isNull()).isTrue();
    assertThat(sales.get("amountPerBuyer").isNull()).isTrue();
  }

  @Test
  void countsTheChosenProductsOnlyAndPresaleWhereAsked() {
    members(shop, "a", "b", "c");
    shop.imports()
        .run(
            "orders/import",
            """
            member,order,paid_at,placed_at,presale,product,category,items,amount
            a,1,2026-06-19T10:00:00Z,,no,tea,drinks,2,30
            a,1,2026-06-19T10:00:00Z,,no,cup,pots,1,5
            b,2,2026-06-19T10:00:00Z,,yes,pot,pots,1,50
            c,3,,2026-06-19T10:00:00Z,no,tea,drinks,1,10
            """);
    Journey journey =
        tagging("chosen")
            .node("tea", "analysis", "{'products':['tea']}")
            .arrow("tag", "tea")
            .node("pots", "analysis", "{'categories':['pots'],'presaleOnly':true}")
            .arrow("tag", "pots");

    JsonNode actions = analysis(run(journey)).path("actions");

    assertThat(actions).hasSize(2);
    assertThat(actions.at("/0/sales/amount").asInt()).as(actions.toString()).isEqualTo(30);
    assertThat(actions.at("/0/intent/placedUnpaid").asInt()).isEqualTo(1);
    assertThat(actions.at("/1/sales/amount").asInt()).isEqualTo(50);
    assertThat(actions.at("/1/sales/buyers").asInt()).isEqualTo(1);
  }

  @Test
  void comparesNineThousandWithTheThousandHeldOut() {
    members(shop, IntStream.range(0, 10_000).mapToObj(i -> "m" + i).toArray(String[]::new));
    long run =
        run(
            Journey.in(shop, "holdout")
                .node("who", "target-group", EVERYONE)
                .node(
                    "split",
                    "split",
                    "{'variants':[{'key':'a','name':'A','percent':90}],'controlPercent':10}")
                .node("tag", "tag", TAG)
                .node("control", "control", "{}")
                .node("watch", "analysis", "{'baseline':'control'}")
                .node("watch2", "analysis", "{'baseline':'split'}")
                .arrow("who", "split")
                .arrow("split:a", "tag")
                .arrow("split:control", "control")
                .arrow("tag", "watch")
                .arrow("tag", "watch2"));
    List<String> rows = new ArrayList<>();
    people(run, "split", "a").stream().limit(1_080).forEach(key -> rows.add(order(key)));
    people(run, "split", "control").stream().limit(90).forEach(key -> rows.add(order(key)));
    orders(shop, rows.toArray(String[]::new));

    for (JsonNode action :
        List.of(analysis(run).at("/actions/0"), analysis(run).at("/actions/1"))) {
      JsonNode comparison = action.path("comparison");
      assertThat(comparison.at("/treated/people").asInt()).as(action.toString()).isEqualTo(9_000);
      assertThat(comparison.at("/treated/rate").asDouble()).isEqualTo(0.12);
      assertThat(comparison.at("/control/people").asInt()).isEqualTo(1_000);
      assertThat(comparison.at("/control/rate").asDouble()).isEqualTo(0.09);
      assertThat(comparison.path("difference").asDouble()).isEqualTo(0.03, within(1e-9));
      assertThat(comparison.path("low").asDouble()).isEqualTo(0.0110, within(5e-5));
      assertThat(comparison.path("high").asDouble()).isEqualTo(0.0490, within(5e-5));
      assertThat(comparison.path("z").asDouble()).isEqualTo(2.8001, within(5e-5));
      assertThat(comparison.path("p").asDouble()).isEqualTo(0.0051, within(5e-5));
      assertThat(comparison.path("incremental").asDouble()).isEqualTo(270, within(1e-6));
    }
  }

  private static String order(String key) {
    return key + ",o" + key + ",2026-06-20T10:00:00Z,1,10";
  }

  private List<String> people(long run, String node, String port) {
    List<String> keys = new ArrayList<>();
    JsonNode page;
    int after = -1;
    do {
      page =
          shop.get(
                  "runs/%d/nodes/%s/ports/%s/members?limit=1000&after=%d"
                      .formatted(run, node, port, after))
              .json();
      page.path("members").forEach(member -> keys.add(member.path("key").asText()));
      after = page.path("next").asInt(-1);
    } while (after >= 0);
    return keys;
  }

  @Test
  void theGoalCountsFromEntryAndIsShownBesideBaselineAndTarget() {
    members(shop, "a", "b", "c", "d");
    orders(
        shop,
        "a,1,2026-06-18T08:00:00Z,1,10",
        "b,2,2026-06-21T06:59:59Z,1,10",
        "c,3,2026-06-21T07:00:00Z,1,10",
        "d,4,2026-06-18T06:59:59Z,1,10");
    String canvas =
        """
        {'schemaVersion':1,'name':'Goal',
         'goal':{'condition':{'orders':'count','op':'at-least','value':1},'days':3,
                 'baseline':0.2,'target':0.6},
         'nodes':[{'id':'who','type':'target-group','config':{'who':'everyone'}},
                  {'id':'tag','type':'tag','config':{'tag':'seen','action':'add'}}],
         'edges':[{'id':'e','source':'who','target':'tag'}]}
        """;
    assertThat(shop.put("campaigns/goal", canvas).status()).isEqualTo(201);
    assertThat(shop.get("campaigns/goal").json().at("/goal/days").asInt()).isEqualTo(3);
    Journey journey = Journey.in(shop, "goal");
    long run = journey.start(AS_OF);
    journey.finished(run);

    JsonNode goal = analysis(run).path("goal");

    assertThat(goal.path("entered").asInt()).as(goal.toString()).isEqualTo(4);
    assertThat(goal.path("reached").asInt()).isEqualTo(2);
    assertThat(goal.path("rate").asDouble()).isEqualTo(0.5);
    assertThat(goal.path("baseline").asDouble()).isEqualTo(0.2);
    assertThat(goal.path("target").asDouble()).isEqualTo(0.6);
    assertThat(goal.path("complete").asBoolean()).isTrue();
    assertThat(action(analysis(run), "tag").at("/response/conversions").asInt()).isEqualTo(2);
  }

  @Test
  void aGoalWithAWindowOfItsOwnIsRefused() {
    JsonNode problem =
        shop.put(
                "campaigns/odd",
                """
                {'schemaVersion':1,'name':'Odd',
                 'goal':{'condition':{'orders':'count','op':'at-least','value':1,
                                      'window':{'last':'P1D'}},'days':3},
                 'nodes':[{'id':'who','type':'target-group','config':{'who':'everyone'}}],
                 'edges':[]}
                """)
            .json();

    assertThat(problem.toString()).contains("not-a-goal").contains("/goal/condition");
  }

  @Test
  void listsPeopleMaskedAndAsAFileWithoutFormulas() {
    shop.imports()
        .run(
            "members/import",
            """
            member,name,phone,status,registered_at
            card-000001,=1+1,13812345678,active,2020-01-01T00:00:00Z
            card-000002,Bob,,active,2020-01-01T00:00:00Z
            """);
    orders(shop, "card-000001,1,2026-06-19T10:00:00Z,2,30.5");
    long run = run(tagging("list"));

    JsonNode page = shop.get("runs/" + run + "/analysis/tag/people?who=sent&limit=1").json();
    String file = shop.get("runs/" + run + "/analysis/tag/people.csv?who=buyers").text();

    assertThat(page.path("total").asInt()).isEqualTo(2);
    assertThat(page.at("/people/0").toString())
        .isEqualTo(
            "{\"member\":\"car****0001\",\"name\":\"=1+1\",\"phone\":\"138****5678\","
                + "\"orders\":1,\"items\":2,\"amount\":30.5}");
    assertThat(page.path("next").isInt()).isTrue();
    assertThat(file)
        .isEqualTo(
            "member,name,phone,orders,items,amount\r\n"
                + "\"car****0001\",\"'=1+1\",\"138****5678\",1,2,30.5\r\n");
    assertThat(shop.get("runs/" + run + "/analysis/tag/people?who=nobody").code())
        .isEqualTo("unknown-value");
    assertThat(shop.get("runs/" + run + "/analysis/who/people").code()).isEqualTo("unknown-node");
  }

  @Test
  void hangsOnActionsOnlyAndComparesWithControlGroupsOnly() {
    String problems =
        Journey.in(shop, "wrong")
            .node("who", "target-group", EVERYONE)
            .node("watch", "analysis", "{'baseline':'who'}")
            .arrow("who", "watch")
            .save()
            .text();

    assertThat(problems).contains("not-behind-an-action").contains("unknown-baseline");
  }

  @Test
  void aDryRunShowsWhoWouldBeWatchedAndNobodyGoesOnBehind() {
    members(shop, "a", "b");
    Journey journey = tagging("dry").node("watch", "analysis", "{}").arrow("tag", "watch");

    JsonNode forecast = Journey.nodeOf(journey.dryRun("{}").at("/result/nodes"), "watch");
    JsonNode watched = Journey.nodeOf(journey.finished(run(journey)).path("nodes"), "watch");

    assertThat(forecast.path("in").asInt()).as(forecast.toString()).isEqualTo(2);
    assertThat(forecast.path("ports")).isEmpty();
    assertThat(watched.path("in").asInt()).as(watched.toString()).isEqualTo(2);
    assertThat(watched.path("ports")).isEmpty();
  }

  @Test
  void countsWhoCameCloseToBuyingAndGoalsOnEvents() {
    members(shop, "a", "b", "c");
    JsonNode done =
        shop.imports()
            .run(
                "events/import",
                """
                event,member,type,at,product
                1,a,enquired,2026-06-19T10:00:00Z,tea
                2,a,enquired,2026-06-20T10:00:00Z,cup
                3,b,added-to-cart,2026-06-20T10:00:00Z,tea
                4,b,favourited,2026-06-18T06:59:59Z,tea
                5,c,favourited,2026-06-23T15:59:59Z,tea
                6,c,favourited,2026-06-23T16:00:00Z,tea
                """);
    assertThat(done.path("created").asInt()).as(done.toString()).isEqualTo(6);
    String canvas =
        """
        {'schemaVersion':1,'name':'Close',
         'goal':{'condition':{'events':'done','type':'enquired'},'days':2},
         'nodes':[{'id':'who','type':'target-group','config':{'who':'everyone'}},
                  {'id':'tag','type':'tag','config':{'tag':'seen','action':'add'}},
                  {'id':'all','type':'analysis','config':{}},
                  {'id':'cups','type':'analysis','config':{'products':['cup']}}],
         'edges':[{'id':'e1','source':'who','target':'tag'},{'id':'e2','source':'tag','target':'all'},
                  {'id':'e3','source':'tag','target':'cups'}]}
        """;
    assertThat(shop.put("campaigns/close", canvas).status()).isEqualTo(201);
    Journey journey = Journey.in(shop, "close");
    long run = journey.start(AS_OF);
    journey.finished(run);

    JsonNode found = analysis(run);

    assertThat(found.at("/actions/0/intent").toString())
        .isEqualTo(
            "{\"enquiries\":2,\"enquired\":1,\"addedToCart\":1,\"favourited\":1,\"placedUnpaid\":0}");
    assertThat(found.at("/actions/1/intent/enquiries").asInt()).isEqualTo(1);
    assertThat(found.at("/goal/reached").asInt()).as(found.toString()).isEqualTo(1);
  }
}
