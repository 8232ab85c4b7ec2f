package io.sluice.engine.delivery.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.delivery.EffectKey;
import io.sluice.engine.delivery.TestLedger;
import io.sluice.engine.delivery.gateway.Receipt;
import io.sluice.engine.delivery.gateway.Receipt.Kind;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.MovableTime;
import io.sluice.engine.testing.SettableClock;
import io.sluice.engine.testing.Shop;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

@EngineTest
@Import(MovableTime.class)
@TestPropertySource(properties = "sluice.receipts.sweep=PT1H")
class ReceiptMatchingTest {
  private static final Instant AT = Instant.parse("2026-01-02T00:00:00Z");

  @LocalServerPort int port;
  @Autowired ReceiptInbox inbox;
  @Autowired DSLContext db;
  @Autowired SettableClock clock;
  TestLedger ledger;
  EffectKey message;
  EffectKey stranger;

  @BeforeEach
  void openTwoWorkspaces() {
    clock.reset();
    ledger = new TestLedger(db);
    Api api = new Api(port);
    message = new EffectKey(ledger.workspace(Shop.create(api).key()), 1, "sms1", 7, 10);
    stranger = new EffectKey(ledger.workspace(Shop.create(api).key()), 1, "sms1", 7, 10);
    ledger.write(stranger, "unknown");
  }

  @Test
  void notesWhatHappenedOnceHoweverOftenItIsTold() {
    ledger.write(message, "accepted");

    tell("1", Kind.DELIVERED);
    tell("1", Kind.DELIVERED);
    tell("2", Kind.DELIVERED);

    assertThat(ledger.events(message)).containsExactly("delivered");
    assertThat(ledger.outcome(stranger)).isEqualTo("unknown");
    assertThat(ledger.events(stranger)).isEmpty();
  }

  @Test
  void keepsNewsThatComesBeforeTheLedgerHasTheMessage() {
    tell("1", Kind.DELIVERED);
    assertThat(ledger.events(message)).isEmpty();

    ledger.write(message, "accepted");
    clock.pass(Duration.ofSeconds(2));
    inbox.sweep();

    assertThat(ledger.events(message)).containsExactly("delivered");
  }

  @Test
  void tellsLateWhatBecameOfAnUnknownMessage() {
    ledger.write(message, "unknown");
    EffectKey lost = new EffectKey(message.workspace(), 1, "sms1", 8, 10);
    ledger.write(lost, "unknown");

    tell("1", Kind.DELIVERED);
    inbox.accept(message.workspace(), "http", List.of(receipt("2", Kind.FAILED, lost)));

    assertThat(ledger.outcome(message)).isEqualTo("accepted");
    assertThat(ledger.outcome(lost)).isEqualTo("failed");
  }

  @Test
  void neverGoesBackFromDelivered() {
    ledger.write(message, "unknown");

    tell("1", Kind.DELIVERED);
    tell("2", Kind.FAILED);
    tell("3", Kind.ACCEPTED);

    assertThat(ledger.outcome(message)).isEqualTo("accepted");
    assertThat(ledger.events(message)).contains("delivered");
  }

  @Test
  void findsTheMessageByTheNameThatTheGatewayGaveIt() {
    ledger.write(message, "accepted");
    ledger.refer(message, "http", "abc");
    ledger.refer(stranger, "http", "abc");
    Receipt receipt =
        new Receipt(
            "1",
            Optional.empty(),
            Optional.of("abc"),
            Kind.BOUNCED,
            AT,
            Optional.empty(),
            Optional.of("mailbox full"));

    inbox.accept(message.workspace(), "http", List.of(receipt));

    assertThat(ledger.events(message)).containsExactly("bounced");
    assertThat(ledger.events(stranger)).isEmpty();
  }

  @Test
  void believesAGatewayOnlyAboutItsOwnMessagesInItsOwnWorkspace() {
    ledger.write(message, "unknown");

    inbox.accept(message.workspace(), "other", List.of(receipt("1", Kind.DELIVERED, message)));
    inbox.accept(message.workspace(), "http", List.of(receipt("2", Kind.DELIVERED, stranger)));

    assertThat(ledger.outcome(message)).isEqualTo("unknown");
    assertThat(ledger.outcome(stranger)).isEqualTo("unknown");
  }

  @Test
  void forgetsNewsOfMessagesThatNeverTurnUp() {
    tell("1", Kind.DELIVERED);
    clock.pass(ReceiptMatching.PATIENCE.plusDays(1));
    inbox.sweep();

    ledger.write(message, "accepted");
    clock.pass(Duration.ofDays(30));
    inbox.sweep();

    assertThat(ledger.events(message)).isEmpty();
  }

  @Test
  void deletesReceiptsThatWereSettledLongAgoAndNothingElse() {
    ledger.write(message, "accepted");
    tell("1", Kind.DELIVERED);
    EffectKey missing = new EffectKey(message.workspace(), 1, "sms1", 8, 10);
    inbox.accept(message.workspace(), "http", List.of(receipt("2", Kind.DELIVERED, missing)));

    clock.pass(Duration.ofDays(91));
    inbox.tidy();

    assertThat(
            db.select(org.jooq.impl.DSL.field("event_id", String.class))
                .from("receipt")
                .where("workspace_id = ?", message.workspace().value())
                .fetch(row -> row.value1()))
        .containsExactly("2");
    assertThat(ledger.events(message)).containsExactly("delivered");
  }

  @Test
  void takesManyAtOnce() {
    List<EffectKey> many =
        IntStream.range(0, 1_200)
            .mapToObj(member -> new EffectKey(message.workspace(), 1, "sms1", member, 10))
            .toList();
    many.forEach(key -> ledger.write(key, "unknown"));

    inbox.accept(
        message.workspace(),
        "http",
        many.stream().map(key -> receipt("m" + key.member(), Kind.DELIVERED, key)).toList());

    assertThat(many).allMatch(key -> ledger.outcome(key).equals("accepted"));
  }

  private void tell(String eventId, Kind kind) {
    inbox.accept(message.workspace(), "http", List.of(receipt(eventId, kind, message)));
  }

  private static Receipt receipt(String eventId, Kind kind, EffectKey effect) {
    return new Receipt(
        eventId,
        Optional.of(effect),
        Optional.empty(),
        kind,
        AT,
        Optional.empty(),
        Optional.empty());
  }
}
