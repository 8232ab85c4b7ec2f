package io.sluice.engine.delivery.gateway;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Stops calling a gateway of whose last 20 calls half failed, and lets three calls through after a
 * while to see whether it works again. A call failed when more than half of its messages did.
 */
final class Circuit {
  private static final int CALLS = 20;
  private static final int FEWEST_CALLS = 10;
  private static final int TRIALS = 3;
  private static final CallFailed FAILURE = new CallFailed();

  private final CircuitBreaker breaker;
  private final Duration brokenFor;
  private final Consumer<Broken> broke;
  private final Consumer<Broken> recovered;
  private volatile String lastFailure = "gateway-failed";
  private Broken broken;

  Circuit(String name, Duration brokenFor, Consumer<Broken> broke, Consumer<Broken> recovered) {
    this.brokenFor = brokenFor;
    this.broke = broke;
    this.recovered = recovered;
    this.breaker =
        CircuitBreaker.of(
            name,
            CircuitBreakerConfig.custom()
                .slidingWindow(CALLS, FEWEST_CALLS, SlidingWindowType.COUNT_BASED)
                .waitDurationInOpenState(brokenFor)
                .permittedNumberOfCallsInHalfOpenState(TRIALS)
                .build());
    breaker.getEventPublisher().onStateTransition(event -> turned());
  }

  /** Whether a call may be made now; each that may must be {@link #record}ed. */
  boolean mayCall() {
    return breaker.tryAcquirePermission();
  }

  void record(List<Handover> results, long nanos) {
    Optional<String> failure = failure(results);
    if (failure.isEmpty()) {
      breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
    } else {
      lastFailure = failure.get();
      breaker.onError(nanos, TimeUnit.NANOSECONDS, FAILURE);
    }
  }

  /** Refuses all calls from now on. */
  synchronized void breakForGood(String reason) {
    lastFailure = reason;
    broken = new Broken(Instant.now(), reason, Instant.MAX);
    breaker.transitionToForcedOpenState();
    broke.accept(broken);
  }

  /** Since when and why calls are refused at once; empty as soon as a trial is due. */
  synchronized Optional<Broken> broken() {
    boolean refuses = broken != null && Instant.now().isBefore(broken.tryAgainAt());
    return refuses ? Optional.of(broken) : Optional.empty();
  }

  /** Since when and why it does not work, also while a trial is due or under way. */
  synchronized Optional<Broken> outage() {
    return Optional.ofNullable(broken);
  }

  private static Optional<String> failure(List<Handover> results) {
    int failed = 0;
    String reason = null;
    for (Handover result : results) {
      if (result instanceof Handover.NotTaken notTaken) {
        failed++;
        reason = notTaken.reason();
      } else if (result instanceof Handover.Unknown unknown) {
        failed++;
        reason = unknown.reason();
      }
    }
    return 2 * failed > results.size() ? Optional.of(reason) : Optional.empty();
  }

  private synchronized void turned() {
    State state = breaker.getState();
    if (state == State.OPEN) {
      Instant now = Instant.now();
      boolean isNew = broken == null;
      broken = new Broken(isNew ? now : broken.since(), lastFailure, now.plus(brokenFor));
      if (isNew) {
        broke.accept(broken);
      }
    } else if (state == State.CLOSED && broken != null) {
      recovered.accept(broken);
      broken = null;
    }
  }

  private static final class CallFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CallFailed() {
      super("More than half of the messages of a call were not taken", null, false, false);
    }
  }
}
