package io.sluice.engine.delivery.gateway.sandbox;

import io.sluice.engine.delivery.gateway.Gateway;
import io.sluice.engine.delivery.gateway.GatewayConfig;
import io.sluice.engine.delivery.gateway.GatewayPolicy;
import io.sluice.engine.delivery.gateway.Handover;
import io.sluice.engine.delivery.gateway.OutboundMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Keeps messages in an inbox instead of sending them, and makes trouble where it is told to. */
final class SandboxGateway implements Gateway {
  private static final Handover ACCEPTED = new Handover.Accepted(Optional.empty());
  private static final Handover ERROR = new Handover.NotTaken("sandbox-error");
  private static final Handover REFUSAL = new Handover.Refused("sandbox-refusal");
  private static final Duration RECEIPTS_WITHIN = Duration.ofHours(24);
  private static final int LONGEST_ADDRESS = 2_000;
  private static final Handover NO_ADDRESS = new Handover.Refused("bad-address");
  private static final Handover LOST = new Handover.Unknown("sandbox-lost-answer");

  private final GatewayConfig config;
  private final SandboxSettings settings;
  private final SandboxStore store;
  private final SandboxReceipts receipts;

  SandboxGateway(
      GatewayConfig config,
      SandboxSettings settings,
      SandboxStore store,
      SandboxReceipts receipts) {
    this.config = config;
    this.settings = settings;
    this.store = store;
    this.receipts = receipts;
  }

  @Override
  public GatewayPolicy policy() {
    return new GatewayPolicy(
        settings.callSize(),
        settings.concurrency(),
        settings.perSecond(),
        Optional.ofNullable(settings.deduplicates()),
        settings.receipts() ? Optional.of(RECEIPTS_WITHIN) : Optional.empty());
  }

  @Override
  public List<Handover> send(List<OutboundMessage> messages) {
    if (!waitAsLongAs(settings.faults().latency().toNanos())) {
      return messages.stream().map(message -> ERROR).toList();
    }
    List<Handover> results = new ArrayList<>(messages.size());
    List<OutboundMessage> taken = new ArrayList<>(messages.size());
    for (OutboundMessage message : messages) {
      Handover result = draw(message);
      results.add(result);
      if (result == LOST || result instanceof Handover.Accepted) {
        taken.add(message);
      }
    }
    keep(taken);
    if (settings.receipts()) {
      receipts.delivered(config, settings, taken);
    }
    return results;
  }

  private void keep(List<OutboundMessage> taken) {
    if (settings.deduplicates() == null) {
      store.keep(config, taken);
    } else {
      // Two calls with the same message must not both find it new.
      synchronized (this) {
        store.keepNew(config, settings.deduplicates(), taken);
      }
    }
  }

  private Handover draw(OutboundMessage message) {
    SandboxSettings.Faults faults = settings.faults();
    if (message.address().length() > LONGEST_ADDRESS) {
      return NO_ADDRESS;
    }
    double drawn = ThreadLocalRandom.current().nextDouble();
    if (drawn < faults.errors()) {
      return ERROR;
    }
    if (drawn < faults.errors() + faults.refusals()) {
      return REFUSAL;
    }
    if (drawn < faults.errors() + faults.refusals() + faults.lostAnswers()) {
      return LOST;
    }
    return settings.references()
        ? new Handover.Accepted(Optional.of(reference(message)))
        : ACCEPTED;
  }

  /** The sandbox's own name for a message; the same when it comes again. */
  static String reference(OutboundMessage message) {
    return "sandbox-" + message.effect().text();
  }

  private static boolean waitAsLongAs(long nanos) {
    try {
      TimeUnit.NANOSECONDS.sleep(nanos);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
