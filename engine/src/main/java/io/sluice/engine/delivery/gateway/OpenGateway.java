package io.sluice.engine.delivery.gateway;

import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * A gateway as the engine uses it: keeps to its rate and number of calls, tries again what was
 * certainly not taken, and leaves it alone while it is broken. Safe for use by several threads.
 */
public final class OpenGateway {
  /** Not taken so far, and there was no time for the tries that are left. */
  public static final String OUT_OF_TIME = "out-of-time";

  private static final double GROWTH = 3.0;
  private static final double JITTER = 0.2;
  private static final double WINDOW_USED = 0.8;

  private final GatewayConfig config;
  private final GatewayPolicy policy;
  private final GatewayCalls calls;
  private final SendingLimits limits;
  private final Executor threads;
  private final IntervalFunction pauses;

  OpenGateway(GatewayConfig config, GatewayCalls calls, SendingLimits limits, Executor threads) {
    this.threads = threads;
    this.config = config;
    this.policy = calls.policy();
    this.calls = calls;
    this.limits = limits;
    this.pauses = IntervalFunction.ofExponentialRandomBackoff(limits.firstPause(), GROWTH, JITTER);
  }

  /** How it is configured. */
  public GatewayConfig config() {
    return config;
  }

  /** How it wants to be used; no more at once than its rate lets through in a few seconds. */
  public GatewayPolicy policy() {
    return policy;
  }

  /** Since when and why it is left alone; empty while it takes calls, and when a trial is due. */
  public Optional<Broken> broken() {
    return calls.broken();
  }

  /** Since when and why it does not work; unlike {@link #broken} also while it is being tried. */
  public Optional<Broken> outage() {
    return calls.outage();
  }

  /**
   * Hands messages over, in as many calls as the gateway needs and as many at once as it takes, and
   * waits; a single call is made on the caller's own thread. Begins no call later than {@link
   * SendingLimits#longest()} after the start, so it takes that long and one call at most.
   *
   * @return one result per message, in order
   */
  public List<Handover> send(List<OutboundMessage> messages) {
    Deadline deadline = new Deadline(limits.longest());
    int size = policy.callSize();
    if (messages.size() <= size) {
      return sendOneCall(messages, deadline);
    }
    Handover[] results = new Handover[messages.size()];
    AtomicInteger next = new AtomicInteger();
    Runnable work =
        () -> {
          for (int at = next.getAndAdd(size); at < results.length; at = next.getAndAdd(size)) {
            List<OutboundMessage> call = messages.subList(at, Math.min(results.length, at + size));
            System.arraycopy(sendOneCall(call, deadline).toArray(), 0, results, at, call.size());
          }
        };
    int atOnce = Math.min(policy.concurrency(), (messages.size() + size - 1) / size);
    List<CompletableFuture<Void>> others = new ArrayList<>();
    for (int i = 1; i < atOnce; i++) {
      others.add(CompletableFuture.runAsync(work, threads));
    }
    work.run();
    others.forEach(CompletableFuture::join);
    return List.of(results);
  }

  private List<Handover> sendOneCall(List<OutboundMessage> messages, Deadline deadline) {
    Handover[] results = new Handover[messages.size()];
    int[] open = IntStream.range(0, results.length).toArray();
    Deadline window = new Deadline(policy.deduplicates().map(OpenGateway::safePart));
    for (int attempt = 1; ; attempt++) {
      GatewayCalls.Answer answer = calls.call(pick(messages, open), deadline);
      for (int i = 0; i < open.length; i++) {
        results[open[i]] = settle(results[open[i]], answer.results().get(i));
      }
      boolean mayRepeat = !window.isOver();
      open = Arrays.stream(open).filter(i -> isOpen(results[i], mayRepeat)).toArray();
      if (open.length == 0 || !answer.made() || attempt >= limits.tries()) {
        return List.of(results);
      }
      if (!deadline.pause(Duration.ofMillis(pauses.apply(attempt)))) {
        return Arrays.stream(results).map(OpenGateway::outOfTime).toList();
      }
    }
  }

  private static List<OutboundMessage> pick(List<OutboundMessage> messages, int[] open) {
    return open.length == messages.size()
        ? messages
        : Arrays.stream(open).mapToObj(messages::get).toList();
  }

  private static Handover outOfTime(Handover result) {
    return result instanceof Handover.NotTaken ? new Handover.NotTaken(OUT_OF_TIME) : result;
  }

  /** Of what may have been taken once, only the gateway's word that it was settles anything. */
  private static Handover settle(Handover before, Handover now) {
    return before instanceof Handover.Unknown && now instanceof Handover.NotTaken ? before : now;
  }

  private static boolean isOpen(Handover result, boolean mayRepeat) {
    return result instanceof Handover.NotTaken || (result instanceof Handover.Unknown && mayRepeat);
  }

  /** The gateway's clock starts at its own time, so the end of its window is left alone. */
  private static Duration safePart(Duration window) {
    return Duration.ofMillis((long) (window.toMillis() * WINDOW_USED));
  }
}
