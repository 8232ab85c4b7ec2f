package io.sluice.engine.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Journey;
import io.sluice.engine.testing.Shop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An approval holds for what the canvas names, too. */
@EngineTest
@Tag("any-database")
class SignedApprovalTest {
  @LocalServerPort int port;
  private Shop shop;

  @BeforeEach
  void aCampaignForLapsedPeople() {
    Shop neighbour = Shop.create(new Api(port));
    shop = Shop.create(new Api(port));
    shop.imports().run("members/import", "member,registered_at\na,2020-01-01\n");
    for (Shop each : new Shop[] {neighbour, shop}) {
      level(each, 1);
      each.put("segments/lapsed", "{'name':'Lapsed','rule':{'segment':'core'}}");
      each.put("segments/other", "{'name':'Other','rule':{'profile':'level','op':'is-set'}}");
      batch(each, 500);
    }
    Journey.in(shop, "back")
        .node("who", "target-group", "{'who':'segment','segment':'lapsed'}")
        .node("gift", "coupon", "{'batch':'ten'}")
        .arrow("who", "gift")
        .save();
  }

  private static void level(Shop shop, int least) {
    assertThat(
            shop.put(
                    "segments/core",
                    "{'name':'Core','rule':{'profile':'level','op':'at-least','value':%d}}"
                        .formatted(least))
                .status())
        .isBetween(200, 201);
  }

  private static void batch(Shop shop, int stock) {
    assertThat(
            shop.put(
                    "coupon-batches/ten",
                    "{'name':'Ten off','kind':'amount','value':10,'stock':%d}".formatted(stock))
                .status())
        .isBetween(200, 201);
  }

  private Api.Answer decide(String decision, String by) {
    return shop.post(
        "campaigns/back/review",
        "{'decision':'%s','by':'%s','comment':'Please'}".formatted(decision, by));
  }

  private Api.Answer start() {
    return shop.post("campaigns/back/start", "{}");
  }

  @Test
  void nobodyApprovesWhatSomebodyChangedBehindTheSubmission() {
    decide("submit", "Ann");
    level(shop, 0);

    Api.Answer refused = decide("approve", "Bob");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("changed-since-submission");
    assertThat(refused.json().path("detail").asText())
        .contains("Segment 'Core' was changed since the campaign was submitted");
    assertThat(shop.get("campaigns/back/review").json().at("/changed/0/key").asText())
        .isEqualTo("core");
    decide("return", "Bob");
    decide("submit", "Ann");
    assertThat(decide("approve", "Bob").status()).isEqualTo(200);
  }

  @Test
  void nothingStartsThatSaysSomethingElseThanWhatWasApproved() {
    decide("submit", "Ann");
    decide("approve", "Bob");
    assertThat(decide("submit", "Ann").code()).isEqualTo("wrong-review-state");
    batch(shop, 5_000);
    shop.put("segments/lapsed", "{'name':'Lapsed','rule':{'none':[{'segment':'core'}]}}");

    Api.Answer refused = start();

    assertThat(refused.code()).isEqualTo("changed-since-approval");
    assertThat(refused.json().path("problems").findValuesAsText("field"))
        .containsExactly("coupon/ten", "segment/lapsed");
    assertThat(shop.get("campaigns/back/runs").json()).isEmpty();
    decide("submit", "Ann");
    assertThat(start().code()).isEqualTo("not-approved");
    decide("approve", "Bob");
    assertThat(start().status()).isEqualTo(201);
  }

  @Test
  void aDryRunFromBeforeTheChangeIsNotShown() {
    long dryRun = shop.post("campaigns/back/dry-run?wait=30", "{}").json().path("id").asLong();
    String submit = "{'decision':'submit','by':'Ann','dryRun':" + dryRun + "}";
    level(shop, 0);
    assertThat(shop.post("campaigns/back/review", submit).code()).isEqualTo("outdated-dry-run");
    level(shop, 1);
    assertThat(shop.post("campaigns/back/review", submit).status()).isEqualTo(200);
  }

  @Test
  void whatWasPutBackOrIsNotNamedKeepsNobodyFromStarting() {
    decide("submit", "Ann");
    decide("approve", "Bob");
    batch(shop, 5_000);
    assertThat(start().code()).isEqualTo("changed-since-approval");
    batch(shop, 500);
    shop.put("segments/other", "{'name':'Other','rule':{'profile':'level','op':'is-not-set'}}");
    shop.put("segments/lapsed", "{'name':'Called otherwise','rule':{'segment':'core'}}");

    assertThat(shop.get("campaigns/back/review").json().path("changed")).isEmpty();
    assertThat(start().status()).isEqualTo(201);
  }

  @Test
  void aListOfPeopleThatSomebodyChangedIsAnotherSegment() {
    shop.put("segments/staff", "{'name':'Staff','members':['a']}");
    Journey.in(shop, "back")
        .node("who", "target-group", "{'who':'segment','segment':'staff'}")
        .save();
    decide("submit", "Ann");
    decide("approve", "Bob");
    assertThat(start().status()).isEqualTo(201);
    shop.put("segments/staff", "{'name':'Staff','members':[]}");

    assertThat(shop.get("campaigns/back/review").json().at("/changed/0/name").asText())
        .isEqualTo("Staff");
  }

  @Test
  void aDraftOfAWorkspaceWithoutApprovalsStartsWhateverWasChanged() {
    batch(shop, 5_000);
    assertThat(start().status()).isEqualTo(201);
  }

  @Test
  void theShareThatPeopleMayDepartByIsKeptUnlessItIsGiven() {
    assertThat(shop.get("approval").json().path("departurePercent").asInt()).isEqualTo(20);
    shop.put("approval", "{'required':true,'departurePercent':5}");
    shop.put("approval", "{'required':false}");
    assertThat(shop.get("approval").json().path("departurePercent").asInt()).isEqualTo(5);
    assertThat(shop.put("approval", "{'required':true,'departurePercent':1001}").code())
        .isEqualTo("bad-percent");
  }
}
