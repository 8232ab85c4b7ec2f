package io.sluice.engine.delivery.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.delivery.TestLedger;
import io.sluice.engine.delivery.receipt.Callbacks;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Journey;
import io.sluice.engine.testing.Shop;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.node.Audience;
import io.sluice.node.Message;
import io.sluice.node.Message.AtNight;
import io.sluice.node.Message.Purpose;
import io.sluice.node.Message.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Messages to the people on an imported list; a second workspace says the opposite of each. */
@EngineTest
@Tag("any-database")
class GuestRunTest {
  private static final String SMS =
      "{'purpose':'marketing','text':'Code {{ list.code | default: \\\"none\\\" }}','signature':'【Shop】','optOut':'回T退订'}";
  private static final Message MESSAGE =
      new Message(
          Purpose.MARKETING,
          AtNight.HOLD,
          false,
          Optional.empty(),
          List.of(
              new Variant(
                  "sms",
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  true,
                  Map.of("text", "Hi"))));

  @LocalServerPort int port;
  @Autowired DSLContext db;
  @Autowired Recheck recheck;
  Shop shop;
  Shop other;
  WorkspaceId workspace;

  @BeforeEach
  void aListWithMembersAndGuests() {
    shop = Shop.create(new Api(port));
    other = Shop.create(shop.api());
    shop.imports().run("members/import?consentBasis=opt-in", members("yes", "no", "active"));
    other.imports().run("members/import?consentBasis=opt-in", members("no", "yes", "deregistered"));
    for (Shop each : List.of(shop, other)) {
      each.put("messaging-policy", "{'caps':[]}");
      JsonNode imported =
          each.imports()
              .run(
                  "lists/fair/import?consentBasis=fair",
                  """
                  phone,code
                  13800000001,A1
                  8613800000002,A2
                  13800000003,A3
                  13800000011,G1
                  13800000012,
                  """);
      assertThat(imported.path("created").asInt()).as(imported.toString()).isEqualTo(5);
    }
    new Callbacks(port, other, "sandbox-sms").reply("1", "+8613800000012", "R");
    workspace = new TestLedger(db).workspace(shop.key());
  }

  private static String members(String one, String two, String status) {
    return """
    member,name,phone,status,consent:sms
    a,Ada,13800000001,%s,%s
    b,Bob,13800000002,active,%s
    c,Cy,13800000003,%s,yes
    z,Zoe,13800000009,active,yes
    """
        .formatted("active", one, two, status.equals("active") ? "deregistered" : "active");
  }

  private Journey fair(String key) {
    return fair(shop, key);
  }

  private static Journey fair(Shop shop, String key) {
    return Journey.in(shop, key)
        .node("list", "import-list", "{'list':'fair'}")
        .node("sms", "sms", SMS)
        .arrow("list", "sms");
  }

  private static JsonNode run(Journey journey) {
    JsonNode forecast = Journey.nodeOf(journey.dryRun("{}").at("/result/nodes"), "sms");
    JsonNode sms = Journey.nodeOf(journey.finished(journey.start("{}")).path("nodes"), "sms");
    assertThat(sms.at("/reasons/suppressed").toString())
        .isEqualTo(forecast.path("heldBack").isEmpty() ? "" : forecast.path("heldBack").toString());
    assertThat(sms.path("ports")).isEqualTo(forecast.path("ports"));
    return sms;
  }

  private static List<String> inbox(Shop shop) {
    List<String> messages = new ArrayList<>();
    for (JsonNode message : shop.get("sandbox/messages?limit=100").json().path("messages")) {
      messages.add(message.path("address").asText() + " " + message.at("/content/text").asText());
    }
    return messages;
  }

  @Test
  void writesToGuestsAndToMembersWhoAgreeWithTheColumnsOfTheList() {
    JsonNode sms = run(fair("hello"));

    assertThat(inbox(shop))
        .containsExactlyInAnyOrder(
            "13800000001 【Shop】Code A1回T退订",
            "13800000011 【Shop】Code G1回T退订",
            "13800000012 【Shop】Code none回T退订");
    assertThat(sms.at("/reasons/suppressed/no-consent").asInt()).isEqualTo(1);
    assertThat(sms.at("/reasons/suppressed/deregistered").asInt()).isEqualTo(1);
    run(fair(other, "hello"));
    assertThat(inbox(other))
        .containsExactlyInAnyOrder(
            "13800000002 【Shop】Code A2回T退订",
            "13800000003 【Shop】Code A3回T退订",
            "13800000011 【Shop】Code G1回T退订");
  }

  @Test
  void mergesAListWithATargetGroup() {
    Journey journey =
        Journey.in(shop, "merged")
            .node("list", "import-list", "{'list':'fair'}")
            .node("who", "target-group", "{'who':'everyone'}")
            .node("all", "merge", "{}")
            .node("sms", "sms", SMS)
            .arrow("list", "all")
            .arrow("who", "all")
            .arrow("all", "sms");

    assertThat(run(journey).at("/ports/done").asInt()).isEqualTo(4);
    assertThat(inbox(shop)).contains("13800000009 【Shop】Code none回T退订");
  }

  @Test
  void neverYieldsGuestsByConditions() {
    Journey journey =
        Journey.in(shop, "filtered")
            .node("list", "import-list", "{'list':'fair'}")
            .node("f", "filter", "{'rule':{'none':[{'profile':'level','op':'is','value':3}]}}")
            .node("sms", "sms", SMS)
            .arrow("list", "f")
            .arrow("f:rest", "sms");

    JsonNode sms = run(journey);

    assertThat(sms.path("in").asInt()).isEqualTo(2);
    assertThat(sms.at("/ports/done").asInt()).isEqualTo(2);
  }

  @Test
  void showsGuestsInListsAndTellsTheirWay() {
    Journey journey = fair("why");
    journey.save();
    long run = journey.start("{}");
    journey.finished(run);

    JsonNode page = shop.get("runs/" + run + "/nodes/sms/ports/done/members").json();
    JsonNode guest = page.path("members").get(1);
    assertThat(guest.path("guest").asBoolean()).isTrue();
    assertThat(guest.path("address").asText()).isEqualTo("13800000011");
    String why = "runs/" + run + "/guests/" + guest.path("id").asInt() + "/why";
    assertThat(shop.get(why).json().at("/nodes/1/leftBy").asText()).isEqualTo("done");
    assertThat(shop.get("runs/" + run + "/guests/0/why").code()).isEqualTo("unknown-guest");
  }

  @Test
  void endsTheConsentOfAGuestsNumberByReply() {
    run(fair("before"));
    new Callbacks(port, shop, "sandbox-sms").reply("1", "+86 138 0000 0011", "R");

    JsonNode sms = run(fair("after"));

    assertThat(sms.at("/reasons/suppressed/no-consent").asInt()).isEqualTo(2);
    assertThat(inbox(shop).stream().filter(one -> one.startsWith("13800000011"))).hasSize(1);
    assertThat(guest(shop, "13800000011").path("optedOut").asBoolean()).isTrue();
    assertThat(guest(other, "13800000011").path("optedOut").asBoolean()).isFalse();
    shop.imports().run("lists/second/import?consentBasis=fair", "phone\n13800000011\n");
    assertThat(guest(shop, "13800000011").path("optedOut").asBoolean()).isTrue();
  }

  @Test
  void holdsAGuestWhoRegisteredSinceAsTheMember() {
    shop.put("members/new", "{'profile':{'phone':'+8613800000011'}}");
    shop.put("members/out", "{'profile':{'phone':'13800000012','status':'deregistered'}}");

    JsonNode sms = run(fair("twins"));

    assertThat(sms.at("/reasons/suppressed/no-consent").asInt()).isEqualTo(2);
    assertThat(sms.at("/reasons/suppressed/deregistered").asInt()).isEqualTo(2);
    assertThat(recheck.held(workspace, MESSAGE, "sms", Audience.of(4, 5), true).toString())
        .contains("deregistered", "no-consent");
  }

  @Test
  void looksAtGuestsAgainBeforeSending() {
    Audience guests = Audience.of(4, 5);
    assertThat(recheck.held(workspace, MESSAGE, "sms", guests, true)).isEmpty();

    new Callbacks(port, shop, "sandbox-sms").reply("1", "13800000011", "R");
    shop.delete("guests/5");

    assertThat(recheck.held(workspace, MESSAGE, "sms", guests, true))
        .isEqualTo(Map.of("no-consent", Audience.of(4), "deregistered", Audience.of(5)));
  }

  @Test
  void holdsAGuestWithTheNumberOfABlacklistedMember() {
    shop.put("members/new", "{'profile':{'phone':'+8613800000011'}}");
    shop.post("blacklists/messages/members", "{'add':['new']}");

    assertThat(recheck.held(workspace, MESSAGE, "sms", Audience.of(4), false).keySet())
        .containsExactly("blacklisted");
  }

  @Test
  void leavesNothingOfAnErasedGuestButTheNumber() {
    run(fair("erased"));
    new Callbacks(port, shop, "sandbox-sms").reply("7", "13800000011", "Call me, I am Gus");

    assertThat(shop.delete("guests/4").status()).isEqualTo(204);

    assertThat(shop.get("guests/4").code()).isEqualTo("unknown-guest");
    for (String kept : List.of("guest", "message", "receipt", "imported_list_row", "opt_out")) {
      String rows =
          db.selectFrom(table(name(kept)))
              .where(field(name("workspace_id"), Integer.class).eq(workspace.value()))
              .fetch()
              .formatCSV();
      assertThat(rows).as(kept).doesNotContain("13800000011", "G1", "Gus");
    }
    assertThat(run(fair("later")).path("in").asInt()).isEqualTo(4);
  }

  private static JsonNode guest(Shop shop, String address) {
    return shop.get("guests?address=" + address).json().get(0);
  }
}
