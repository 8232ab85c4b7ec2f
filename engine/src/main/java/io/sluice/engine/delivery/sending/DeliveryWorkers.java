package io.sluice.engine.delivery.sending;

import io.sluice.engine.audience.AudienceStore;
import io.sluice.engine.delivery.content.Composed;
import io.sluice.engine.delivery.content.Composer;
import io.sluice.engine.delivery.content.Given;
import io.sluice.engine.delivery.content.SmsParts;
import io.sluice.engine.delivery.gateway.Broken;
import io.sluice.engine.delivery.gateway.GatewayPolicy;
import io.sluice.engine.delivery.gateway.Gateways;
import io.sluice.engine.delivery.gateway.OpenGateway;
import io.sluice.engine.delivery.tracking.LinkMaker;
import io.sluice.engine.money.Prices;
import io.sluice.engine.server.Installation;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.engine.workspace.Workspaces;
import io.sluice.node.Audience;
import io.sluice.node.NodeFailure;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The threads that claim batches and send them. */
@Component
class DeliveryWorkers implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(DeliveryWorkers.class);
  private static final Duration POLL = Duration.ofMillis(250);
  private static final Duration AFTER_TROUBLE = Duration.ofSeconds(15);
  private static final int LOOKED_AT = 16;

  /** In messages. */
  private static final int SMALLEST_WINDOW = 32;

  private final Sending sending;
  private final AudienceStore audiences;
  private final Composer composer;
  private final Gateways gateways;
  private final Prices prices;
  private final LinkMaker links;
  private final Workspaces workspaces;
  private final Installation installation;
  private final int count;
  private final GatewaySlots slots = new GatewaySlots();
  private final Semaphore news = new Semaphore(0);
  private ExecutorService workers;
  private ExecutorService calls;
  private volatile boolean running;

  DeliveryWorkers(
      Sending sending,
      AudienceStore audiences,
      Composer composer,
      Gateways gateways,
      Prices prices,
      LinkMaker links,
      Workspaces workspaces,
      Installation installation,
      @Value("${sluice.delivery.workers:4}") int count) {
    this.sending = sending;
    this.audiences = audiences;
    this.composer = composer;
    this.gateways = gateways;
    this.prices = prices;
    this.links = links;
    this.workspaces = workspaces;
    this.installation = installation;
    this.count = count;
  }

  @Override
  public void start() {
    running = true;
    calls = Executors.newCachedThreadPool();
    workers = Executors.newFixedThreadPool(count);
    for (int i = 0; i < count; i++) {
      workers.execute(this::work);
    }
  }

  @Override
  public void stop() {
    running = false;
    sending.stop();
    news.release(count);
    workers.shutdown();
    try {
      if (!workers.awaitTermination(20, TimeUnit.SECONDS)) {
        workers.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    calls.shutdownNow();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Says that there are new batches. */
  void wake() {
    news.release(count);
  }

  /** Frees the batches of workers that are gone or were silent for too long. */
  @Scheduled(fixedDelayString = "${sluice.delivery.sweep:PT2S}")
  void freeAbandoned() {
    sending.freeAbandoned();
  }

  private void work() {
    while (running) {
      try {
        Optional<Batch> batch = claim();
        if (batch.isPresent()) {
          try {
            send(batch.get());
          } finally {
            slots.free(GatewayName.of(batch.get()));
          }
        } else {
          news.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS);
          news.drainPermits();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        LOG.error("A batch of messages could not be sent; it is taken up again later", e);
        pause();
      }
    }
  }

  private void pause() {
    try {
      news.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<Batch> claim() {
    if (installation.hold().isPresent()) {
      return Optional.empty();
    }
    for (Batch ready : sending.batches().ready(sending.now(), slots.full(), LOOKED_AT)) {
      GatewayName gateway = GatewayName.of(ready);
      if (slots.take(gateway, slotsOf(gateway))) {
        Optional<Batch> claimed = Optional.empty();
        try {
          claimed = sending.insist(status -> sending.batches().claim(ready, sending.owner()));
        } finally {
          if (claimed.isEmpty()) {
            slots.free(gateway);
          }
        }
        if (claimed.isPresent()) {
          return claimed;
        }
      }
    }
    return Optional.empty();
  }

  private int slotsOf(GatewayName gateway) {
    return workersFor(gateways.open(gateway.workspace(), gateway.key()).policy());
  }

  /** As many as there are, unless each would have to commit every few messages. */
  private int workersFor(GatewayPolicy policy) {
    int worthwhile = policy.concurrency() * policy.callSize() / SMALLEST_WINDOW;
    return Math.max(1, Math.min(worthwhile, Math.min(count, policy.concurrency())));
  }

  private void send(Batch batch) throws InterruptedException {
    WorkspaceId workspace = batch.delivery().workspace();
    Delivery delivery = sending.store().get(batch.delivery());
    OpenGateway gateway = gateways.open(workspace, batch.gateway());
    BigDecimal price = prices.unitPrice(workspace, batch.channel(), batch.gateway());
    BatchWork work = new BatchWork(sending, delivery, batch, price);
    boolean stopped =
        sending.store().state(batch.delivery()).orElseThrow() == DeliveryState.STOPPED;
    Optional<Broken> broken = gateway.broken();
    if (broken.isPresent() && !stopped) {
      work.postpone(AFTER_TROUBLE, BatchTrouble.broken(batch.gateway(), broken.get()));
      return;
    }
    Audience left = audiences.get(workspace, batch.hash());
    if (batch.attempt() > 1) {
      left = left.minus(sending.ledger().settled(delivery, left));
    }
    if (stopped) {
      list(work, delivery, batch, gateway, left);
      return;
    }
    List<Composed> composed;
    try {
      composed = compose(delivery, batch, gateway, left);
    } catch (NodeFailure e) {
      LOG.error("Messages of delivery {} cannot be made: {}", batch.delivery(), e.getMessage());
      work.postpone(AFTER_TROUBLE, BatchTrouble.content(e.getMessage()));
      return;
    }
    List<Composed> waiting = new ArrayList<>(composed.size());
    List<Composed> inDoubt = new ArrayList<>();
    boolean resend = BatchWork.repeatsInDoubt(delivery, batch) || mayResend(batch, gateway);
    for (Composed one : composed) {
      (one.member() > batch.upTo() || resend ? waiting : inDoubt).add(one);
    }
    Audience unreachable =
        left.minus(Audience.collect(composed.stream().mapToInt(Composed::member)));
    if (!inDoubt.isEmpty() || !unreachable.isEmpty()) {
      work.note(inDoubt, unreachable);
    }
    int share = gateway.policy().concurrency() / workersFor(gateway.policy());
    new BatchRun(work, gateway, share, calls, waiting).run();
  }

  /** Of a stopped run nothing goes out any more; whoever was in flight is listed as unknown. */
  private void list(
      BatchWork work, Delivery delivery, Batch batch, OpenGateway gateway, Audience open) {
    Audience inFlight = Audience.collect(open.stream().filter(member -> member <= batch.upTo()));
    List<Composed> composed;
    try {
      composed = compose(delivery, batch, gateway, inFlight);
    } catch (NodeFailure e) {
      composed = List.of();
    }
    work.note(
        composed, inFlight.minus(Audience.collect(composed.stream().mapToInt(Composed::member))));
    work.rest();
  }

  private List<Composed> compose(
      Delivery delivery, Batch batch, OpenGateway gateway, Audience people) {
    return composer
        .prepare(
            workspaces.get(batch.delivery().workspace()),
            delivery.message(),
            delivery.route(),
            new Given.Recorded(delivery.ref(), delivery.asOf()),
            batch.variant(),
            SmsParts.of(gateway.config().parts()).orElse(SmsParts.CN_70_67))
        .compose(
            people,
            links.linksFor(
                batch.delivery().workspace(),
                batch.delivery().run(),
                batch.delivery().node(),
                delivery.entry(),
                batch.channel()));
  }

  /** Whether the gateway would still recognise what may have reached it in a former attempt. */
  private boolean mayResend(Batch batch, OpenGateway gateway) {
    return batch.authorizedAt() == null
        || gateway
            .policy()
            .deduplicates()
            .map(window -> batch.authorizedAt().plus(window.dividedBy(2)))
            .filter(end -> end.isAfter(sending.now()))
            .isPresent();
  }
}
