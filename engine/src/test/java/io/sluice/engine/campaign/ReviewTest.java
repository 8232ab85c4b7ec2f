package io.sluice.engine.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Journey;
import io.sluice.engine.testing.Shop;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What happens to a campaign before it runs, over HTTP. */
@EngineTest
@Tag("any-database")
class ReviewTest {
  @LocalServerPort int port;
  private Shop shop;
  private Journey journey;

  @BeforeEach
  void aDraft() {
    shop = Shop.create(new Api(port));
    shop.imports().run("members/import", "member,registered_at\na,2020-01-01\n");
    journey = tagging("gift", "one");
    journey.save();
  }

  private Journey tagging(String key, String tag) {
    return Journey.in(shop, key)
        .node("who", "target-group", "{'who':'everyone'}")
        .node("tag", "tag", "{'tag':'" + tag + "','action':'add'}")
        .arrow("who", "tag");
  }

  private int decide(String decision, String more) {
    return shop.post("campaigns/gift/review", "{'decision':'" + decision + "'" + more + "}")
        .status();
  }

  private int decide(String decision) {
    return decide(decision, ",'by':'" + (decision.equals("submit") ? "Ann" : "Bob") + "'");
  }

  private Api.Answer start() {
    return shop.post("campaigns/gift/start", "{}");
  }

  private String state() {
    return shop.get("campaigns/gift/review").json().path("state").asText();
  }

  @Test
  void whatIsRejectedIsChangedAndSubmittedAgain() {
    assertThat(decide("submit", ",'by':'Ann'")).isEqualTo(200);
    assertThat(decide("reject", ",'by':'Bob','comment':'Too many people'")).isEqualTo(200);
    assertThat(start().json().path("code").asText()).isEqualTo("not-approved");

    tagging("gift", "two").save();
    assertThat(state()).isEqualTo("draft");
    assertThat(decide("submit", ",'by':'Ann'")).isEqualTo(200);
    assertThat(decide("approve", ",'by':'Ann'")).isEqualTo(409);
    assertThat(decide("approve", ",'by':'Bob'")).isEqualTo(200);

    assertThat(shop.get("campaigns/gift/review").json().at("/decisions/1/words").asText())
        .isEqualTo("Too many people");
    assertThat(start().status()).isEqualTo(201);
  }

  @Test
  void aCancelledCampaignIsNeverSubmittedApprovedEditedOrStartedButCopied() {
    decide("submit");
    decide("approve");
    shop.put("campaigns/gift/schedule", "{'at':'2999-01-01T00:00:00Z'}");
    assertThat(decide("cancel")).isEqualTo(200);

    assertThat(shop.get("campaigns/gift/schedule").status()).isEqualTo(404);
    for (Api.Answer late :
        List.of(
            shop.post("campaigns/gift/dry-run", "{}"),
            shop.put("campaigns/gift/budget", "{'limit':1}"),
            shop.delete("campaigns/gift/budget"))) {
      assertThat(late.code()).isEqualTo("campaign-cancelled");
    }
    assertThat(decide("submit")).isEqualTo(409);
    assertThat(decide("approve")).isEqualTo(409);
    assertThat(start().status()).isEqualTo(409);
    assertThat(
            shop.put("campaigns/gift/schedule", "{'at':'2999-01-01T00:00:00Z'}")
                .json()
                .path("code")
                .asText())
        .isEqualTo("campaign-cancelled");
    assertThat(tagging("gift", "three").save().status()).isEqualTo(409);
    assertThat(shop.post("campaigns/gift/copy", "{'key':'gift-2'}").status()).isEqualTo(201);
    assertThat(shop.post("campaigns/gift/copy", "{'key':'gift-2'}").status()).isEqualTo(409);
    assertThat(shop.post("campaigns/gift-2/start", "{}").status()).isEqualTo(201);
  }

  @Test
  void whatLiesBeforeAnApproverIsNotChanged() {
    decide("submit");
    assertThat(tagging("gift", "two").save().json().path("code")).hasToString("\"in-review\"");
    assertThat(start().status()).isEqualTo(409);
    assertThat(decide("approve", ",'by':'Bob','version':7")).isEqualTo(409);
    assertThat(decide("return")).isEqualTo(400);
    assertThat(decide("approve", "")).isEqualTo(400);
    assertThat(decide("withdraw")).isEqualTo(200);
    tagging("gift", "two").save();
  }

  @Test
  void nothingStartsUnapprovedWhereThatIsTheRule() {
    assertThat(shop.put("approval", "{'required':true}").status()).isEqualTo(200);
    assertThat(start().json().path("code").asText()).isEqualTo("not-approved");
    decide("submit");
    decide("approve");
    assertThat(start().status()).isEqualTo(201);
    assertThat(decide("cancel")).isEqualTo(409);
  }
}
