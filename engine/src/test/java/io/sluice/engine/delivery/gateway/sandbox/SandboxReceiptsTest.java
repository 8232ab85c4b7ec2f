package io.sluice.engine.delivery.gateway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.delivery.gateway.GatewayConfig;
import io.sluice.engine.delivery.gateway.OutboundMessage;
import io.sluice.engine.delivery.gateway.OutboundMessages;
import io.sluice.engine.delivery.gateway.Receipt;
import io.sluice.engine.delivery.gateway.ReceiptSink;
import io.sluice.engine.workspace.WorkspaceId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class SandboxReceiptsTest {
  private static final WorkspaceId SHOP = new WorkspaceId(1);
  private static final GatewayConfig BOX =
      new GatewayConfig(SHOP, "box", "sandbox", "sms", true, "gsm", "{}");
  private static final List<OutboundMessage> MESSAGES = OutboundMessages.texts(SHOP, 3);

  private final BlockingQueue<List<Receipt>> told = new LinkedBlockingQueue<>();
  private final ReceiptSink sink = (workspace, gateway, receipts) -> told.add(receipts);
  private final SandboxReceipts receipts =
      new SandboxReceipts(
          new StaticListableBeanFactory(Map.of("sink", sink)).getBeanProvider(ReceiptSink.class),
          Clock.systemUTC());

  @AfterEach
  void stop() {
    receipts.stop();
  }

  @Test
  void tellsOfEachMessageThatItWasDelivered() throws InterruptedException {
    receipts.delivered(BOX, settings(0, Duration.ZERO), MESSAGES);

    assertThat(next())
        .hasSize(3)
        .allMatch(receipt -> receipt.kind() == Receipt.Kind.DELIVERED)
        .extracting(receipt -> receipt.effect().orElseThrow())
        .containsExactlyElementsOf(MESSAGES.stream().map(OutboundMessage::effect).toList());
  }

  @Test
  void tellsTwiceUnderOneNameWhereItIsToldTo() throws InterruptedException {
    receipts.delivered(BOX, settings(1, Duration.ZERO), MESSAGES);

    assertThat(next()).hasSize(6).extracting(Receipt::eventId).containsAll(List.of(id(0), id(2)));
  }

  @Test
  void tellsLateWhereItIsToldTo() throws InterruptedException {
    long start = System.nanoTime();

    receipts.delivered(BOX, settings(0, Duration.ofMillis(300)), MESSAGES);

    assertThat(next()).hasSize(3);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(290));
  }

  @Test
  void tellsWhatSomebodyDoesWithAMessage() {
    SandboxMessage message =
        new SandboxMessage(
            1,
            null,
            "box",
            "sms",
            false,
            7,
            "n1",
            "ann",
            "+1",
            1,
            Map.of(),
            List.of(),
            MESSAGES.get(0).effect());

    receipts.tell(SHOP, message, Receipt.Kind.REPLIED, "R");
    receipts.tell(SHOP, message, Receipt.Kind.REPLIED, "R");

    assertThat(told).hasSize(2);
    assertThat(told).extracting(each -> each.get(0).eventId()).doesNotHaveDuplicates();
    assertThat(told.peek().get(0).text()).isEqualTo(Optional.of("R"));
    assertThat(told.peek().get(0).address()).isEqualTo(Optional.of("+1"));
  }

  private List<Receipt> next() throws InterruptedException {
    return told.poll(20, TimeUnit.SECONDS);
  }

  private static String id(int member) {
    return "delivered-" + MESSAGES.get(member).effect().text();
  }

  private static SandboxSettings settings(double repeated, Duration delay) {
    return new SandboxSettings(
        null,
        null,
        null,
        null,
        null,
        true,
        new SandboxSettings.Faults(null, null, null, null, repeated, delay));
  }
}
