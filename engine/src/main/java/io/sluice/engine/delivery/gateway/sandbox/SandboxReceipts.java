package io.sluice.engine.delivery.gateway.sandbox;

import io.sluice.engine.delivery.gateway.GatewayConfig;
import io.sluice.engine.delivery.gateway.OutboundMessage;
import io.sluice.engine.delivery.gateway.Receipt;
import io.sluice.engine.delivery.gateway.ReceiptSink;
import io.sluice.engine.workspace.WorkspaceId;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells, in a sandbox's name, that messages were delivered; what waits is gone with the server. */
@Component
class SandboxReceipts {
  private static final Logger LOG = LoggerFactory.getLogger(SandboxReceipts.class);

  private final ObjectProvider<ReceiptSink> sink;
  private final Clock clock;
  private final ScheduledExecutorService later =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "sandbox-receipts");
            thread.setDaemon(true);
            return thread;
          });

  SandboxReceipts(ObjectProvider<ReceiptSink> sink, Clock clock) {
    this.sink = sink;
    this.clock = clock;
  }

  /** Sends a receipt for each message, after the delay and as often as the settings say. */
  void delivered(GatewayConfig gateway, SandboxSettings settings, List<OutboundMessage> messages) {
    Instant now = clock.instant().plus(settings.faults().receiptDelay());
    List<Receipt> receipts = new ArrayList<>();
    for (OutboundMessage message : messages) {
      Receipt receipt = delivered(message, now);
      receipts.add(receipt);
      if (ThreadLocalRandom.current().nextDouble() < settings.faults().repeatedReceipts()) {
        receipts.add(receipt);
      }
    }
    later.schedule(
        () -> tell(gateway, receipts),
        settings.faults().receiptDelay().toNanos(),
        TimeUnit.NANOSECONDS);
  }

  /** Tells at once what happened to a message; the same again is news again. */
  void tell(WorkspaceId workspace, SandboxMessage message, Receipt.Kind kind, String text) {
    Receipt receipt =
        new Receipt(
            kind.key() + "-" + UUID.randomUUID(),
            Optional.of(message.effect()),
            Optional.empty(),
            kind,
            clock.instant(),
            Optional.of(message.address()),
            Optional.ofNullable(text));
    sink.ifAvailable(taker -> taker.accept(workspace, message.gateway(), List.of(receipt)));
  }

  private static Receipt delivered(OutboundMessage message, Instant at) {
    return new Receipt(
        "delivered-" + message.effect().text(),
        Optional.of(message.effect()),
        Optional.of(SandboxGateway.reference(message)),
        Receipt.Kind.DELIVERED,
        at,
        Optional.of(message.address()),
        Optional.empty());
  }

  private void tell(GatewayConfig gateway, List<Receipt> receipts) {
    try {
      sink.ifAvailable(taker -> taker.accept(gateway.workspace(), gateway.key(), receipts));
    } catch (RuntimeException e) {
      LOG.warn("{} receipts of sandbox '{}' are lost", receipts.size(), gateway.key(), e);
    }
  }

  @PreDestroy
  void stop() {
    later.shutdownNow();
  }
}
