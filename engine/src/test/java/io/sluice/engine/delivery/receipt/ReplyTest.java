package io.sluice.engine.delivery.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.sluice.engine.delivery.EffectKey;
import io.sluice.engine.delivery.TestLedger;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Journey;
import io.sluice.engine.testing.Shop;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Replies that name no message: the sender tells which one they answer. */
@EngineTest
class ReplyTest {
  @LocalServerPort int port;
  @Autowired DSLContext db;
  TestLedger ledger;
  Shop shop;
  Record sent;
  EffectKey message;

  @BeforeEach
  void aRunThatSent() {
    ledger = new TestLedger(db);
    shop = Shop.create(new Api(port));
    shop.imports()
        .run(
            "members/import?consentBasis=opt-in",
            "member,name,phone,consent:sms\na,Ada,13800000001,yes\n");
    shop.put("messaging-policy", "{'caps':[]}");
    Journey journey =
        Journey.in(shop, "hello")
            .node("who", "target-group", "{'who':'everyone'}")
            .node(
                "sms",
                "sms",
                "{'purpose':'marketing','text':'Hi','signature':'【Shop】','optOut':'回T退订'}")
            .arrow("who", "sms");
    journey.save();
    long run = journey.start("{}");
    journey.finished(run);
    sent =
        db.select(field(name("gateway"), String.class), field(name("entry"), Long.class))
            .from(table(name("message")))
            .where(field(name("run_id")).eq(run))
            .and(field(name("workspace_id")).eq(ledger.workspace(shop.key()).value()))
            .fetchSingle();
    message =
        new EffectKey(ledger.workspace(shop.key()), run, "sms", 0, sent.get("entry", Long.class));
  }

  @Test
  void answersTheLastMessageToTheSender() {
    Callbacks gateway = new Callbacks(port, shop, sent.get("gateway", String.class));

    gateway.reply("1", "86 138 0000 0001", "What is the price?");

    assertThat(ledger.events(message)).containsExactly("replied");
  }

  @Test
  void answersNoMessageOfAnotherGatewayOrNumber() {
    new Callbacks(port, shop, "other").reply("1", "13800000001", "Hello");
    new Callbacks(port, shop, sent.get("gateway", String.class)).reply("2", "13800000009", "Hello");

    assertThat(ledger.events(message)).isEmpty();
  }
}
