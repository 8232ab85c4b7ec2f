package io.sluice.engine.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Journey;
import io.sluice.engine.testing.Shop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Both arms of a comparison go through the gates of the message, and dated runs use sandboxes. */
@EngineTest
class GatedComparisonTest {
  private static final String SMS =
      "{'purpose':'marketing','text':'Hello','signature':'【Shop】','optOut':'回T退订'}";
  private static final String AS_OF = "{'asOf':'2026-06-18T07:00:00Z'}";

  @LocalServerPort int port;
  Shop shop;

  @BeforeEach
  void makeShop() {
    shop = Shop.create(new Api(port));
    StringBuilder csv = new StringBuilder("member,phone,status,level,registered_at,consent:sms\n");
    // Of the 20 who are treated and the 20 who are not, 5 each agreed to nothing.
    for (int i = 0; i < 40; i++) {
      csv.append(
          "m%d,138%08d,active,%d,2020-01-01T00:00:00Z,%s%n"
              .formatted(i, i, i < 20 ? 1 : 2, i % 20 < 5 ? "no" : "yes"));
    }
    shop.imports()
        .run("members/import?consentBasis=opt-in&consentAt=2020-01-01T00:00:00Z", csv.toString());
  }

  private Journey journey(String sms) {
    return Journey.in(shop, "gated")
        .node("who", "target-group", "{'who':'everyone'}")
        .node("low", "filter", "{'rule':{'profile':'level','op':'is','value':1}}")
        .node("sms", "sms", sms)
        .node("control", "control", "{}")
        .node("watch", "analysis", "{'baseline':'control'}")
        .arrow("who", "low")
        .arrow("low", "sms")
        .arrow("low:rest", "control")
        .arrow("sms", "watch");
  }

  private JsonNode comparison(long run) {
    return shop.get("runs/" + run + "/analysis").json().at("/actions/0/comparison");
  }

  @Test
  void leavesOutWhoTheGatesHoldBackOnBothSidesAndStaysWithThat() {
    Journey journey = journey(SMS);
    assertThat(journey.save().status()).isEqualTo(201);
    long run = journey.start(AS_OF);
    journey.finished(run);
    shop.imports()
        .run(
            "orders/import",
            """
            member,order,paid_at,items,amount
            m0,1,2026-06-19T00:00:00Z,1,10
            m10,2,2026-06-19T00:00:00Z,1,10
            m11,3,2026-06-19T00:00:00Z,1,10
            m20,4,2026-06-19T00:00:00Z,1,10
            m30,5,2026-06-19T00:00:00Z,1,10
            """);

    JsonNode first = comparison(run);
    shop.imports()
        .run("members/import?consentBasis=opt-in", "member,consent:sms\nm30,no\nm31,no\n");

    assertThat(first.path("treated").toString())
        .as(first.toString())
        .isEqualTo(
            "{\"assigned\":20,\"heldBack\":5,\"people\":15,\"conversions\":2,\"rate\":0.13333333333333333}");
    assertThat(first.path("control").toString())
        .isEqualTo(
            "{\"assigned\":20,\"heldBack\":5,\"people\":15,\"conversions\":1,\"rate\":0.06666666666666667}");
    assertThat(comparison(run)).isEqualTo(first);
  }

  @Test
  void aRunInThePastThatWouldSendRealMessagesIsRefused() {
    shop.put(
        "gateways/real",
        "{'kind':'http','channel':'sms','settings':{'url':'https://sms.example/send','body':{}}}");
    Journey journey = journey(SMS.replace("}", ",'gateway':'real'}"));
    journey.save();

    JsonNode problem = shop.post("campaigns/gated/start", AS_OF).json();

    assertThat(problem.path("code").asText()).as(problem.toString()).isEqualTo("real-gateway");
    assertThat(problem.path("detail").asText())
        .contains("sms")
        .contains("real")
        .contains("sandbox-sms");
    assertThat(shop.get("campaigns/gated/runs").json()).isEmpty();
  }
}
