package io.sluice.engine.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Journey;
import io.sluice.engine.testing.Shop;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The list of campaigns, over HTTP. Another workspace has the same campaigns. */
@EngineTest
class CampaignListTest {
  @LocalServerPort int port;
  private Shop other;
  private Shop shop;

  @BeforeEach
  void twoCampaigns() {
    other = Shop.create(new Api(port));
    shop = Shop.create(new Api(port));
    for (Shop each : new Shop[] {other, shop}) {
      each.imports().run("members/import", "member,registered_at\na,2020-01-01\n");
      tagging(each, "old").save();
      tagging(each, "gift").save();
    }
  }

  private static Journey tagging(Shop of, String key) {
    return Journey.in(of, key)
        .node("who", "target-group", "{'who':'everyone'}")
        .node("tag", "tag", "{'tag':'one','action':'add'}")
        .arrow("who", "tag");
  }

  private static JsonNode row(Shop of, String key) {
    return StreamSupport.stream(of.get("campaigns").json().spliterator(), false)
        .filter(row -> row.path("key").asText().equals(key))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void tellsHowEachCampaignRanLastAndWhenItStartsNext() {
    Journey journey = tagging(shop, "old");
    journey.finished(journey.start("{}"));
    long last = journey.start("{}");
    journey.finished(last);
    shop.put("campaigns/gift/schedule", "{'at':'2999-01-01T00:00:00Z'}");

    assertThat(row(shop, "old").at("/lastRun/id").asLong()).isEqualTo(last);
    assertThat(row(shop, "old").at("/lastRun/state").asText()).isEqualTo("finished");
    assertThat(row(shop, "gift").has("lastRun")).isFalse();
    assertThat(row(shop, "gift").path("startsAt").asText()).isEqualTo("2999-01-01T00:00:00Z");
    assertThat(row(shop, "old").has("startsAt")).isFalse();
    assertThat(row(other, "old").has("lastRun")).isFalse();
  }

  @Test
  void whatIsHiddenIsMarkedUntilItIsShownAgain() {
    assertThat(shop.put("campaigns/gift/hidden", "{'hidden':true}").status()).isEqualTo(200);

    assertThat(row(shop, "gift").path("hidden").asBoolean()).isTrue();
    assertThat(row(other, "gift").path("hidden").asBoolean()).isFalse();
    shop.put("campaigns/gift/hidden", "{'hidden':false}");
    assertThat(row(shop, "gift").path("hidden").asBoolean()).isFalse();
    assertThat(shop.put("campaigns/gift/hidden", "{}").code()).isEqualTo("missing-field");
  }

  @Test
  void deletesWithEverythingThatHangsOnItAndGivesItsIdToNobody() {
    shop.put("campaigns/gift/budget", "{'limit':100}");
    shop.put("campaigns/gift/schedule", "{'at':'2999-01-01T00:00:00Z'}");
    shop.put("campaigns/gift/analysis-window", "{'days':8}");
    shop.put("campaigns/gift/alert-contacts", "[{'kind':'email','address':'ann@shop.example'}]");
    shop.post("campaigns/gift/dry-run?wait=30", "{}");
    shop.post("campaigns/gift/review", "{'decision':'submit','by':'Ann'}");
    shop.post("campaigns/gift/review", "{'decision':'withdraw','by':'Ann'}");

    assertThat(shop.delete("campaigns/gift").status()).isEqualTo(204);

    assertThat(shop.get("campaigns/gift").status()).isEqualTo(404);
    assertThat(other.get("campaigns/gift").status()).isEqualTo(200);
    Journey.in(shop, "gift").node("who", "target-group", "{'who':'everyone'}").save();
    assertThat(shop.get("campaigns/gift").json().path("nodes")).hasSize(1);
    assertThat(shop.get("campaigns/gift/budget").json().has("limit")).isFalse();
    assertThat(shop.get("campaigns/gift/analysis-window").json().path("days").asInt()).isEqualTo(5);
    assertThat(shop.get("campaigns/gift/alert-contacts").text()).doesNotContain("ann@");
    assertThat(shop.get("campaigns/gift/review").json().path("decisions")).isEmpty();
  }

  @Test
  void whatRanOrIsInReviewStays() {
    Journey journey = tagging(shop, "old");
    journey.finished(journey.start("{}"));
    shop.post("campaigns/gift/review", "{'decision':'submit','by':'Ann'}");

    assertThat(shop.delete("campaigns/old").code()).isEqualTo("has-started");
    assertThat(shop.delete("campaigns/gift").code()).isEqualTo("in-review");
    shop.post("campaigns/gift/review", "{'decision':'approve','by':'Bob'}");
    assertThat(shop.delete("campaigns/gift").code()).isEqualTo("in-review");
    shop.post("campaigns/gift/review", "{'decision':'cancel','by':'Bob'}");
    assertThat(shop.delete("campaigns/gift").status()).isEqualTo(204);
  }
}
