package io.sluice.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Journey;
import io.sluice.engine.testing.Shop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What one member's page tells: orders, messages, runs, coupons of batches. */
@EngineTest
@Tag("any-database")
class MemberStoryTest {
  @LocalServerPort int port;
  Shop shop;
  long run;

  @BeforeEach
  void sendsToTwoOfWhomOneIsHeldBack() {
    shop = Shop.create(new Api(port));
    Shop other = Shop.create(shop.api());
    for (Shop each : new Shop[] {other, shop}) {
      each.imports()
          .run(
              "members/import?consentBasis=opt-in",
              "member,phone,consent:sms\na,13800000001,yes\nb,13800000002,no\nc,,no\n");
      each.put("coupon-batches/ten", "{'name':'Ten','kind':'amount','value':10,'issue':'claim'}");
      each.put("segments/two", "{'name':'Two','members':['a','b']}");
      Journey journey =
          Journey.in(each, "hello")
              .node("who", "target-group", "{'who':'segment','segment':'two'}")
              .node("ten", "coupon", "{'batch':'ten'}")
              .node(
                  "sms",
                  "sms",
                  "{'purpose':'marketing','text':'Hi','signature':'[S]','optOut':'R'}")
              .arrow("who", "ten")
              .arrow("ten", "sms");
      assertThat(journey.save().status()).isLessThan(300);
      run = journey.start("{}");
      journey.finished(run);
    }
  }

  @Test
  void tellsOfMessagesAndWhatBecameOfThem() {
    long message = shop.get("sandbox/messages").json().at("/messages/0/id").asLong();
    shop.post("sandbox/messages/" + message + "/receipts", "{'kind':'clicked'}");

    JsonNode sent = shop.get("members/a/messages").json();
    assertThat(sent).hasSize(1);
    assertThat(sent.at("/0/outcome").asText()).isEqualTo("accepted");
    assertThat(sent.at("/0/node").asText()).isEqualTo("sms");
    assertThat(sent.at("/0/news").findValuesAsText("kind")).contains("clicked");
    assertThat(shop.get("members/c/messages").json()).isEmpty();
  }

  @Test
  void tellsHowMembersWentThroughRunsAndWhyTheyWereHeldBack() {
    JsonNode held = shop.get("members/b/runs").json();

    assertThat(held.at("/runs/0/run/campaign").asText()).isEqualTo("hello");
    JsonNode sms = held.at("/runs/0/nodes/2");
    assertThat(sms.path("reason").asText()).isEqualTo("no-consent");
    assertThat(shop.get("members/c/runs").text()).isEqualTo("{\"runs\":[]}");
    assertThat(shop.get("runs").json().at("/0/name").asText()).isEqualTo("hello");
  }

  @Test
  void tellsWhatBecameOfTheCouponsOfEachBatch() {
    String code = shop.get("members/a/coupons").json().at("/0/code").asText();
    shop.post("coupons/" + code + "/claim", "{}");
    shop.post("coupons/" + code + "/use", "{'order':'o1','amount':50}");

    assertThat(shop.get("coupons/summary").text())
        .isEqualTo(
            "[{\"batch\":\"ten\",\"given\":2,\"claimed\":1,\"used\":1,\"expired\":0,\"revoked\":0,"
                + "\"deduction\":10.0000}]");
  }

  @Test
  void tellsOfOrdersTheLastFirst() {
    shop.imports()
        .run(
            "orders/import",
            """
            order,member,placed_at,paid_at,product,items,amount
            o1,a,2026-01-01,2026-01-05,Tea,2,30
            o2,a,2026-01-02,,Tea,1,15
            o2,a,2026-01-02,,Cup,1,5
            o3,b,2026-01-03,,Tea,1,15
            """);

    JsonNode orders = shop.get("members/a/orders").json();
    assertThat(orders.findValuesAsText("order")).containsExactly("o2", "o1");
    assertThat(orders.at("/0/lines")).hasSize(2);
    assertThat(orders.at("/0/amount").asInt()).isEqualTo(20);
    assertThat(orders.at("/1/reached/paid").asText()).isEqualTo("2026-01-04T16:00:00Z");
  }

  @Test
  void listsImportsTheLastFirst() {
    shop.imports().run("members/import", "member\nd\n");

    JsonNode imports = shop.get("imports").json();
    assertThat(imports).hasSize(2);
    assertThat(shop.get("imports?before=" + imports.at("/0/id").asLong()).json().at("/0/id"))
        .isEqualTo(imports.at("/1/id"));
    assertThat(shop.get("imports?limit=0").code()).isEqualTo("bad-page");
  }
}
