package io.sluice.engine.delivery.sending;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.sluice.engine.audience.AudienceStore;
import io.sluice.engine.delivery.DeliveryRef;
import io.sluice.engine.delivery.gate.Admission;
import io.sluice.engine.delivery.gate.Reservations;
import io.sluice.engine.delivery.gateway.GatewayConfig;
import io.sluice.engine.delivery.gateway.GatewayPolicy;
import io.sluice.engine.delivery.gateway.Gateways;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.node.Audience;
import io.sluice.node.SeededOrder;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Takes audiences over from runs, and tells what became of them. */
@Component
public class Deliveries {
  private static final int SMALLEST_BATCH = 2_000;

  private final DeliveryStore store;
  private final BatchStore batches;
  private final Ledger ledger;
  private final AudienceStore audiences;
  private final Reservations reservations;
  private final Gateways gateways;
  private final MessagePrices prices;
  private final DeliveryWorkers workers;
  private final Clock clock;

  Deliveries(
      DeliveryStore store,
      BatchStore batches,
      Ledger ledger,
      AudienceStore audiences,
      Reservations reservations,
      Gateways gateways,
      MessagePrices prices,
      DeliveryWorkers workers,
      Clock clock) {
    this.store = store;
    this.batches = batches;
    this.ledger = ledger;
    this.audiences = audiences;
    this.reservations = reservations;
    this.gateways = gateways;
    this.prices = prices;
    this.workers = workers;
    this.clock = clock;
  }

  /**
   * Takes over the people who passed the gates of a node, in the caller's transaction.
   *
   * @param order in which they are cut into batches
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void open(Delivery delivery, List<Admission.Group> groups, SeededOrder order) {
    store.insert(delivery, clock.instant());
    reservations.reserve(delivery.ref(), groups.stream().filter(Admission.Group::counts).toList());
    int number = 0;
    for (Admission.Group group : groups) {
      number = cut(delivery, group, order, number);
    }
    wakeAfterCommit();
  }

  private void wakeAfterCommit() {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            workers.wake();
          }
        });
  }

  private int cut(Delivery delivery, Admission.Group group, SeededOrder order, int from) {
    WorkspaceId workspace = delivery.ref().workspace();
    GatewayConfig gateway = prices.gateway(workspace, delivery.message(), group);
    GatewayPolicy policy = gateways.open(workspace, gateway.key()).policy();
    int size = Math.max(SMALLEST_BATCH, policy.callSize());
    int total = group.members().size();
    int slices = (total + size - 1) / size;
    int[] bounds = IntStream.rangeClosed(0, slices).map(i -> Math.min(total, i * size)).toArray();
    int number = from;
    for (Audience slice : order.slices(group.members(), bounds)) {
      number++;
      batches.insert(
          new Batch(
              delivery.ref(),
              number,
              group.channel(),
              gateway.key(),
              group.variant(),
              group.due(),
              audiences.put(workspace, slice),
              -1,
              null,
              0),
          slice.size());
    }
    return number;
  }

  /** Holds all of a run, in the caller's transaction: no batch of it begins any more. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void hold(WorkspaceId workspace, long run) {
    store.move(workspace, run, List.of(DeliveryState.OPEN), DeliveryState.HELD, null);
  }

  /** Lets a held run go on, in the caller's transaction. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void release(WorkspaceId workspace, long run) {
    store.move(workspace, run, List.of(DeliveryState.HELD), DeliveryState.OPEN, null);
  }

  /** Ends all of a run, in the caller's transaction: what has not gone out never will. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void stop(WorkspaceId workspace, long run) {
    store.move(
        workspace,
        run,
        List.of(DeliveryState.OPEN, DeliveryState.HELD),
        DeliveryState.STOPPED,
        null);
  }

  /** The deliveries in which everybody has an outcome and that nobody has ended yet. */
  public List<DeliveryRef> complete() {
    return store.complete();
  }

  /** The deliveries of stopped runs in which nothing is under way or in doubt any more. */
  public List<DeliveryRef> stopped() {
    return store.stopped();
  }

  /**
   * Ends a delivery of a stopped run, in the caller's transaction.
   *
   * @return those to whom nothing went out and nothing will, or nothing if it ended before
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Audience> endStopped(DeliveryRef ref, Result result) {
    if (store.lock(ref).filter(DeliveryState.STOPPED::equals).isEmpty()
        || !store.stopped().contains(ref)) {
      return Optional.empty();
    }
    store.noteEnd(ref, clock.instant());
    Audience planned = planned(ref);
    Audience unsent =
        planned
            .minus(result.accepted())
            .minus(union(result.failed()))
            .minus(union(result.suppressed()))
            .minus(result.unknown());
    reservations.free(
        ref, Audience.unionOf(List.of(union(result.failed()), union(result.suppressed()), unsent)));
    return Optional.of(unsent);
  }

  private Audience planned(DeliveryRef ref) {
    return Audience.unionOf(
        batches.of(ref).stream()
            .map(batch -> audiences.get(ref.workspace(), batch.hash()))
            .toList());
  }

  /**
   * What became of the people of a delivery.
   *
   * @param accepted those whose message the gateway took
   * @param failed the others to whom it certainly did not go, by reason
   * @param suppressed those held back after the gates, by reason
   * @param unknown those of whom nobody knows
   */
  public record Result(
      Audience accepted,
      Map<String, Audience> failed,
      Map<String, Audience> suppressed,
      Audience unknown) {}

  /** What became of the people of a delivery so far. */
  public Result result(DeliveryRef ref) {
    Map<LedgerRow.Outcome, Map<String, Audience>> outcomes = ledger.outcomes(store.get(ref));
    return new Result(
        union(outcomes.get(LedgerRow.Outcome.ACCEPTED)),
        outcomes.getOrDefault(LedgerRow.Outcome.FAILED, Map.of()),
        outcomes.getOrDefault(LedgerRow.Outcome.SUPPRESSED, Map.of()),
        union(outcomes.get(LedgerRow.Outcome.UNKNOWN)));
  }

  /** What is sent again. */
  public enum Remainder {
    /** What certainly did not go out. */
    @JsonProperty("failed")
    FAILED,
    /** What may have gone out: somebody may get it twice. */
    @JsonProperty("unknown")
    UNKNOWN
  }

  /**
   * Sends what failed or is unknown at a node again, in the caller's transaction.
   *
   * @return how many messages
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public int resend(
      WorkspaceId workspace, long run, String node, Set<Remainder> what, SeededOrder order) {
    int messages = 0;
    for (DeliveryRef ref : store.of(workspace, run, node)) {
      DeliveryState state = store.lock(ref).orElseThrow();
      if (state == DeliveryState.STOPPED) {
        continue;
      }
      Delivery delivery = store.get(ref);
      Audience people =
          ledger.again(
              delivery, what.stream().map(one -> LedgerRow.Outcome.valueOf(one.name())).toList());
      if (people.isEmpty()) {
        continue;
      }
      messages += people.size();
      int number = batches.count(ref);
      for (Admission.Group group : groups(delivery, people)) {
        number = cut(delivery, group, order, number);
      }
      if (state == DeliveryState.FINISHED) {
        store.reopen(ref);
      }
    }
    wakeAfterCommit();
    return messages;
  }

  /** By the variant by which each of the people was to get it before. */
  private List<Admission.Group> groups(Delivery delivery, Audience people) {
    Map<Integer, Audience> byVariant = new TreeMap<>();
    Map<Integer, String> channels = new HashMap<>();
    for (Batch batch : batches.of(delivery.ref())) {
      Audience again = audiences.get(delivery.ref().workspace(), batch.hash()).intersect(people);
      byVariant.merge(batch.variant(), again, Audience::union);
      channels.put(batch.variant(), batch.channel());
    }
    Instant now = clock.instant();
    return byVariant.entrySet().stream()
        .filter(entry -> !entry.getValue().isEmpty())
        .map(
            entry ->
                new Admission.Group(
                    entry.getKey(), channels.get(entry.getKey()), now, false, entry.getValue()))
        .toList();
  }

  /**
   * How far the messages of a node are.
   *
   * @param planned how many passed the gates
   * @param sent how many the gateway took
   * @param waiting how many have no outcome yet
   * @param troubles what keeps them from going out
   */
  public record Progress(
      int planned,
      int sent,
      int failed,
      int heldBack,
      int unknown,
      int waiting,
      List<Trouble> troubles) {}

  /**
   * What keeps messages from going out at present.
   *
   * @param kind {@code gateway} or {@code content}
   * @param text what is wrong and what to do
   * @param since when it began
   * @param times how often it was tried since
   * @param nextTry when it is tried again
   * @param batches how many slices of the audience it holds up
   */
  public record Trouble(
      String kind, String text, Instant since, int times, Instant nextTry, int batches) {}

  /** How far the messages of a node are, over all cohorts. */
  public Progress progress(WorkspaceId workspace, long run, String node) {
    int planned = 0;
    Map<LedgerRow.Outcome, Integer> counts = new HashMap<>();
    List<Trouble> troubles = store.troubles(workspace, run, node);
    for (DeliveryRef ref : store.of(workspace, run, node)) {
      planned += planned(ref).size();
      ledger.counts(store.get(ref)).forEach((key, n) -> counts.merge(key, n, Integer::sum));
    }
    int settled =
        counts.entrySet().stream()
            .filter(one -> one.getKey() != LedgerRow.Outcome.AGAIN)
            .mapToInt(Map.Entry::getValue)
            .sum();
    return new Progress(
        planned,
        counts.getOrDefault(LedgerRow.Outcome.ACCEPTED, 0),
        counts.getOrDefault(LedgerRow.Outcome.FAILED, 0),
        counts.getOrDefault(LedgerRow.Outcome.SUPPRESSED, 0),
        counts.getOrDefault(LedgerRow.Outcome.UNKNOWN, 0),
        planned - settled,
        troubles);
  }

  /** The gateways to which the messages of a delivery were handed. */
  public Set<String> gateways(DeliveryRef ref) {
    return batches.gateways(ref);
  }

  /** Forgets up to so many audiences of a run's batches, and returns the hashes. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Set<String> forget(WorkspaceId workspace, long run, int limit) {
    return batches.forget(workspace, run, limit);
  }

  /** What holds the messages of a run besides its pause: budget or balance. */
  public Optional<String> heldBy(WorkspaceId workspace, long run) {
    return store.heldBy(workspace, run);
  }

  private static Audience union(Map<String, Audience> parts) {
    return parts == null ? Audience.empty() : Audience.unionOf(List.copyOf(parts.values()));
  }

  /**
   * Ends a delivery, in the caller's transaction: who did not get it does not count for the cap.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean finish(DeliveryRef ref, Result result) {
    if (store.lock(ref).filter(DeliveryState.OPEN::equals).isEmpty()) {
      return false;
    }
    reservations.free(
        ref, Audience.unionOf(List.of(union(result.failed()), union(result.suppressed()))));
    Instant now = clock.instant();
    store.finish(ref, now);
    return true;
  }
}
