package io.sluice.engine.delivery.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.delivery.EffectKey;
import io.sluice.engine.delivery.TestLedger;
import io.sluice.engine.delivery.tracking.LinkMaker;
import io.sluice.engine.member.Consents;
import io.sluice.engine.member.Withdrawals;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.Api.Answer;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Shop;
import io.sluice.engine.workspace.WorkspaceId;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@EngineTest
class ConsentEndTest {
  @LocalServerPort int port;
  @Autowired DSLContext db;
  @Autowired LinkMaker links;
  @Autowired Consents consents;
  TestLedger ledger;
  Shop shop;
  Shop other;
  Callbacks gateway;

  @BeforeEach
  void peopleWhoAgreedInTwoWorkspaces() {
    ledger = new TestLedger(db);
    shop = Shop.create(new Api(port));
    other = Shop.create(new Api(port));
    for (Shop one : new Shop[] {shop, other}) {
      put(one, "ann", "+8613800000001", "ann@x.example");
      put(one, "bob", "138 0000 0001", "bob@x.example");
      put(one, "cid", "+8613800000003", "Ann@x.example");
    }
    gateway = new Callbacks(port, shop, "http");
  }

  private static void put(Shop shop, String key, String phone, String email) {
    shop.put(
        "members/" + key,
        """
        {'profile':{'phone':'%s','email':'%s'},
         'consents':[{'channel':'sms','granted':true,'basis':'form'},
                     {'channel':'email','granted':true,'basis':'form'}]}
        """
            .formatted(phone, email));
  }

  @ParameterizedTest
  @ValueSource(strings = {"R", " r ", "ｔｄ", "T。", "退订", "N"})
  void endsTheConsentOfTheNumberByReply(String text) {
    assertThat(gateway.reply("1", "8613800000001", text).status()).isEqualTo(202);

    assertThat(agrees(shop, "ann", "sms")).isFalse();
    assertThat(agrees(shop, "bob", "sms")).isFalse();
    assertThat(agrees(shop, "cid", "sms")).isTrue();
    assertThat(agrees(shop, "ann", "email")).isTrue();
    assertThat(agrees(other, "ann", "sms")).isTrue();
  }

  @Test
  void keepsTheConsentOfWhoAnswersSomethingElse() {
    gateway.reply("1", "+8613800000001", "Right, thanks");

    assertThat(agrees(shop, "ann", "sms")).isTrue();
  }

  @Test
  void endsConsentByTheWordsOfTheWorkspaceOnly() {
    assertThat(shop.put("reply-keywords", "{'keywords':['stop',' Ｅｎｄ! ']}").json().toString())
        .isEqualTo("{\"keywords\":[\"STOP\",\"END\"]}");

    gateway.reply("1", "+8613800000001", "R");
    assertThat(agrees(shop, "ann", "sms")).isTrue();

    gateway.reply("2", "+8613800000001", "end");
    assertThat(agrees(shop, "ann", "sms")).isFalse();
    assertThat(other.get("reply-keywords").json().path("keywords")).hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{'keywords':[]}", "{'keywords':['?!']}", "{'keywords':[null]}"})
  void refusesWordsThatNobodyCouldSay(String body) {
    assertThat(shop.put("reply-keywords", body).status()).isEqualTo(400);
  }

  @Test
  void asksFirstAndEndsTheConsentByTheButton() {
    String page = unsubscribePage("ann", "email", "ann@x.example");

    Answer asked = shop.api().get(page);
    assertThat(asked.text()).contains("<form method=\"post\">");
    assertThat(agrees(shop, "ann", "email")).isTrue();

    Answer done = shop.api().send("POST", page, null, BodyPublishers.noBody());
    assertThat(done.status()).isEqualTo(200);
    assertThat(done.text()).contains("Unsubscribed");
    assertThat(agrees(shop, "ann", "email")).isFalse();
    assertThat(agrees(shop, "ann", "sms")).isTrue();
    assertThat(agrees(shop, "bob", "email")).isTrue();
    assertThat(agrees(other, "ann", "email")).isTrue();
    assertThat(ledger.events(message("ann"))).containsExactly("unsubscribed");
  }

  @Test
  void takesTheOneClickOfMailProgramsOnceHoweverOftenItComes() {
    String page = unsubscribePage("ann", "email", "ann@x.example");

    for (int i = 0; i < 2; i++) {
      Answer done =
          shop.api()
              .send(
                  "POST",
                  page,
                  "application/x-www-form-urlencoded",
                  BodyPublishers.ofString("List-Unsubscribe=One-Click"));
      assertThat(done.status()).isEqualTo(200);
    }

    JsonNode kept = shop.get("members/ann").json().path("consents");
    assertThat(kept.findValuesAsText("basis")).containsOnlyOnce("unsubscribe");
  }

  @Test
  void letsSomebodyAgreeAgain() {
    gateway.reply("1", "+8613800000001", "R");
    put(shop, "ann", "+8613800000001", "ann@x.example");
    gateway.reply("1", "+8613800000001", "R");

    assertThat(agrees(shop, "ann", "sms")).isTrue();
    assertThat(agrees(shop, "bob", "sms")).isFalse();
  }

  @Test
  void tellsWhoWithdrewSinceTheLastLook() {
    WorkspaceId workspace = ledger.workspace(shop.key());
    long start = consents.lastId(workspace);

    gateway.reply("1", "+8613800000001", "R");
    put(shop, "bob", "138 0000 0001", "bob@x.example");
    Withdrawals first = consents.withdrawnSince(workspace, "sms", start);
    Withdrawals second = consents.withdrawnSince(workspace, "sms", first.lastId());

    assertThat(first.members().toArray()).containsExactly(id("ann"));
    assertThat(second.members().isEmpty()).isTrue();
    assertThat(second.lastId()).isEqualTo(first.lastId());
    assertThat(consents.withdrawnSince(workspace, "email", start).members().isEmpty()).isTrue();
  }

  private String unsubscribePage(String key, String channel, String address) {
    EffectKey message = message(key);
    ledger.write(message, channel, "smtp", "accepted", address, Instant.now());
    String link =
        links.linksFor(message.workspace(), 1, "mail1", 10, channel).unsubscribe(message.member());
    return link.substring(("http://localhost:" + port).length());
  }

  private EffectKey message(String key) {
    return new EffectKey(ledger.workspace(shop.key()), 1, "mail1", id(key), 10);
  }

  private int id(String key) {
    return shop.get("members/" + key).json().path("id").asInt();
  }

  private static boolean agrees(Shop shop, String key, String channel) {
    for (JsonNode consent : shop.get("members/" + key).json().path("consents")) {
      if (consent.path("channel").asText().equals(channel)
          && !consent.path("superseded").asBoolean()) {
        return consent.path("granted").asBoolean();
      }
    }
    return false;
  }
}
