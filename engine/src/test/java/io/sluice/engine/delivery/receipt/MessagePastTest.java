package io.sluice.engine.delivery.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.delivery.EffectKey;
import io.sluice.engine.delivery.TestLedger;
import io.sluice.engine.delivery.gateway.Receipt;
import io.sluice.engine.delivery.gateway.Receipt.Kind;
import io.sluice.engine.segment.rule.Happening;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Shop;
import io.sluice.engine.workspace.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@EngineTest
class MessagePastTest {
  private static final Instant MONDAY = Instant.parse("2026-01-05T00:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-01-06T00:00:00Z");

  @LocalServerPort int port;
  @Autowired DSLContext db;
  @Autowired ReceiptInbox inbox;
  @Autowired MessagePast past;
  WorkspaceId workspace;

  @BeforeEach
  void messagesInTwoWorkspacesAndToTwoEntries() {
    TestLedger ledger = new TestLedger(db);
    workspace = ledger.workspace(shop());
    WorkspaceId other = ledger.workspace(shop());
    for (int member = 0; member < 8; member++) {
      ledger.write(message(workspace, member, 10), member < 6 ? "accepted" : "unknown");
      ledger.write(message(other, member, 10), "failed");
      ledger.write(message(workspace, member, 11), "suppressed");
    }
    tell(0, Kind.DELIVERED);
    tell(1, Kind.CLICKED);
    tell(2, Kind.FAILED);
    tell(3, Kind.DELIVERED);
    tell(3, Kind.BOUNCED);
    tell(4, Kind.FAILED);
    tell(4, Kind.DELIVERED);
    tell(5, Kind.REPLIED);
    tell(6, Kind.FAILED);
  }

  private String shop() {
    Shop shop = Shop.create(new Api(port));
    for (int i = 0; i < 8; i++) {
      shop.put("members/m" + i, "{}");
    }
    return shop.key();
  }

  private static EffectKey message(WorkspaceId workspace, int member, long entry) {
    return new EffectKey(workspace, 1, "sms1", member, entry);
  }

  private void tell(int member, Kind kind) {
    Receipt receipt =
        new Receipt(
            member + kind.key(),
            Optional.of(message(workspace, member, 10)),
            Optional.empty(),
            kind,
            TUESDAY,
            Optional.empty(),
            Optional.empty());
    inbox.accept(workspace, "http", List.of(receipt));
  }

  @ParameterizedTest
  @CsvSource({
    "ACCEPTED, 0 1 2 3 4 5",
    "DELIVERED, 0 1 4 5",
    "FAILED, 2 6",
    "CLICKED, 1",
    "REPLIED, 5",
    "BOUNCED, 3",
    "OPENED, ''",
    "UNSUBSCRIBED, ''",
    "SUPPRESSED, ''",
    "UNKNOWN, 7"
  })
  void tellsWhatBecameOfTheMessages(Happening happening, String members) {
    int[] expected =
        members.isEmpty()
            ? new int[0]
            : java.util.Arrays.stream(members.split(" ")).mapToInt(Integer::parseInt).toArray();

    assertThat(past.happened(sent(), happening, TUESDAY).toArray()).containsExactly(expected);
  }

  @Test
  void leavesOutWhatHappenedLater() {
    assertThat(past.happened(sent(), Happening.CLICKED, MONDAY).isEmpty()).isTrue();
    assertThat(past.happened(sent(), Happening.FAILED, MONDAY).toArray()).containsExactly(6);
  }

  private MessagePast.Sent sent() {
    return new MessagePast.Sent(workspace, 1, "sms1", 10);
  }
}
