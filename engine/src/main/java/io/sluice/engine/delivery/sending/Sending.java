package io.sluice.engine.delivery.sending;

import io.sluice.engine.delivery.DeliveryHeld;
import io.sluice.engine.storage.Servers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** What the sending of batches is done with. */
@Component
class Sending {
  private static final Logger LOG = LoggerFactory.getLogger(Sending.class);
  private static final Duration LONGEST_TROUBLE = Duration.ofMinutes(5);
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final DeliveryStore store;
  private final BatchStore batches;
  private final Ledger ledger;
  private final Money money;
  private final Recheck recheck;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private volatile boolean stopping;

  private final Servers servers;

  Sending(
      DeliveryStore store,
      BatchStore batches,
      Ledger ledger,
      Money money,
      Recheck recheck,
      TransactionTemplate transaction,
      ApplicationEventPublisher events,
      Servers servers,
      Clock clock) {
    this.store = store;
    this.batches = batches;
    this.ledger = ledger;
    this.money = money;
    this.recheck = recheck;
    this.transaction = transaction;
    this.events = events;
    this.servers = servers;
    this.clock = clock;
  }

  DeliveryStore store() {
    return store;
  }

  BatchStore batches() {
    return batches;
  }

  Ledger ledger() {
    return ledger;
  }

  Money money() {
    return money;
  }

  Recheck recheck() {
    return recheck;
  }

  String owner() {
    return servers.me();
  }

  /** Frees the batches of servers that are gone, or were silent for longer than their lease. */
  void freeAbandoned() {
    List<String> dead =
        transaction.execute(status -> batches.owners()).stream().filter(servers::isDead).toList();
    insist(
        status -> {
          batches.abandoned(dead).forEach(batch -> batches.free(batch, dead));
          return null;
        });
  }

  /** The server stops: a write that fails now is not tried again. */
  void stop() {
    stopping = true;
  }

  Instant now() {
    return clock.instant();
  }

  /**
   * Holds the deliveries of a run for want of money, in the caller's transaction.
   *
   * @param what is short: budget or balance
   */
  void runShort(Delivery delivery, String what) {
    store.move(
        delivery.ref().workspace(),
        delivery.ref().run(),
        List.of(DeliveryState.OPEN),
        DeliveryState.HELD,
        what);
    events.publishEvent(
        new DeliveryHeld(
            delivery.ref().workspace(), delivery.ref().run(), delivery.ref().node(), what));
  }

  /**
   * Does work in a transaction, again and again while the database is away: outcomes that are known
   * must not be forgotten. A commit whose answer was lost counts as not done, so the work must bear
   * repetition.
   */
  <T> T insist(Function<TransactionStatus, T> work) {
    long end = System.nanoTime() + LONGEST_TROUBLE.toNanos();
    while (true) {
      try {
        return transaction.execute(work::apply);
      } catch (DataAccessException | TransactionException e) {
        if (stopping || System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
          throw e;
        }
        LOG.warn(
            "The database did not take a write of a delivery; trying again: {}", e.getMessage());
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }
}
