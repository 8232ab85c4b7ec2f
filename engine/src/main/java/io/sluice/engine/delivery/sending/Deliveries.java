package io.sluice.engine.delivery.sending;

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
import java.util.List;
import java.util.Map;
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
    int size = Math.max(SMALLEST_BATCH, policy.inFlight());
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
