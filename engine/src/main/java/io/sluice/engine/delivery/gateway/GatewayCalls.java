package io.sluice.engine.delivery.gateway;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Single calls of a gateway: so many at once, so many messages a second, none while it is broken.
 */
final class GatewayCalls {
  private static final Logger LOG = LoggerFactory.getLogger(GatewayCalls.class);

  /** What is handed over must not wait for long: somebody may pause it meanwhile. */
  private static final int SECONDS_AHEAD = 5;

  private final Gateway gateway;
  private final GatewayPolicy policy;
  private final Circuit circuit;
  private final Semaphore slots;
  private final Optional<TokenBucket> rate;

  /**
   * The calls of a gateway.
   *
   * @param servers how many servers share its rate now
   */
  GatewayCalls(Gateway gateway, Circuit circuit, IntSupplier servers) {
    this.gateway = gateway;
    this.circuit = circuit;
    GatewayPolicy wanted = gateway.policy();
    this.rate =
        wanted.perSecond() > 0
            ? Optional.of(new TokenBucket(wanted.perSecond(), servers, System::nanoTime))
            : Optional.empty();
    this.policy = rate.map(bucket -> within(wanted, bucket)).orElse(wanted);
    this.slots = new Semaphore(policy.concurrency(), true);
  }

  private static GatewayPolicy within(GatewayPolicy wanted, TokenBucket bucket) {
    int size = Math.min(wanted.callSize(), bucket.burst());
    double calls = Math.max(1, wanted.perSecond() * SECONDS_AHEAD / size);
    int atOnce = (int) Math.min(wanted.concurrency(), calls);
    return new GatewayPolicy(
        size, atOnce, wanted.perSecond(), wanted.deduplicates(), wanted.receipts());
  }

  /** How it wants to be used, its rate taken into account. */
  GatewayPolicy policy() {
    return policy;
  }

  Optional<Broken> broken() {
    return circuit.broken();
  }

  Optional<Broken> outage() {
    return circuit.outage();
  }

  /**
   * What came of a call.
   *
   * @param results one per message, in order
   * @param made whether the gateway was called at all
   */
  record Answer(List<Handover> results, boolean made) {
    static Answer notMade(int size, String reason) {
      return new Answer(Collections.nCopies(size, new Handover.NotTaken(reason)), false);
    }
  }

  Answer call(List<OutboundMessage> messages, Deadline deadline) {
    if (!waitForSlot(deadline)) {
      return Answer.notMade(messages.size(), "gateway-busy");
    }
    try {
      if (!waitForRate(messages.size(), deadline)) {
        return Answer.notMade(messages.size(), "rate-limit");
      }
      if (!circuit.mayCall()) {
        return Answer.notMade(messages.size(), "gateway-broken");
      }
      return new Answer(callNow(messages), true);
    } finally {
      slots.release();
    }
  }

  private boolean waitForSlot(Deadline deadline) {
    try {
      return slots.tryAcquire(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private boolean waitForRate(int messages, Deadline deadline) {
    if (deadline.isOver()) {
      return false;
    }
    if (rate.isEmpty()) {
      return true;
    }
    long nanos = rate.get().take(messages, deadline.left());
    return nanos >= 0 && (nanos == 0 || deadline.pause(Duration.ofNanos(nanos)));
  }

  private List<Handover> callNow(List<OutboundMessage> messages) {
    long start = System.nanoTime();
    List<Handover> results = Collections.nCopies(messages.size(), new Handover.Unknown("failure"));
    try {
      List<Handover> given = gateway.send(messages);
      if (given.size() == messages.size()) {
        results = given;
      } else {
        LOG.error("{} gave {} results for {} messages", gateway, given.size(), messages.size());
      }
    } catch (RuntimeException e) {
      LOG.error("A call of {} failed; its {} messages are unknown", gateway, messages.size(), e);
    } finally {
      circuit.record(results, System.nanoTime() - start);
    }
    return results;
  }
}
