package io.sluice.engine.delivery.sending;

import io.sluice.engine.delivery.EffectKey;
import io.sluice.engine.delivery.content.Composed;
import io.sluice.engine.delivery.gateway.Handover;
import io.sluice.engine.delivery.sending.LedgerRow.Outcome;
import io.sluice.node.Audience;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.TransactionStatus;

/** What is written while one batch is sent. */
final class BatchWork {
  private static final Logger LOG = LoggerFactory.getLogger(BatchWork.class);
  private static final Duration AFTER_TROUBLE = Duration.ofSeconds(5);

  private final Sending sending;
  private final Delivery delivery;
  private final Batch batch;
  private final BigDecimal price;
  private final int paidUpTo;
  private boolean lost;

  /**
   * @param price of one unit
   */
  BatchWork(Sending sending, Delivery delivery, Batch batch, BigDecimal price) {
    this.sending = sending;
    this.delivery = delivery;
    this.batch = batch;
    this.price = price;
    this.paidUpTo = batch.upTo();
  }

  /**
   * What a commit came to.
   *
   * @param going who may be called now
   * @param left who may not, in descending order
   * @param goOn whether there is more to send in this attempt
   */
  record Commit(List<Composed> going, List<Composed> left, boolean goOn) {}

  EffectKey effect(int member) {
    return new EffectKey(
        delivery.ref().workspace(),
        delivery.ref().run(),
        delivery.ref().node(),
        member,
        delivery.entry());
  }

  void troubled(RuntimeException e) {
    LOG.error("Gateway '{}' failed in a way it should not", batch.gateway(), e);
  }

  /** Writes outcomes and commits that the next people are going out, in one transaction. */
  Commit commit(List<BatchRun.Answer> known, List<Composed> next) {
    List<LedgerRow> rows = known.stream().map(this::row).toList();
    List<Composed> refused =
        known.stream().filter(BatchWork::isFailed).map(BatchRun.Answer::message).toList();
    try {
      return sending.insist(status -> commit(status, rows, refused, next));
    } catch (Short e) {
      sending.insist(
          status -> {
            sending.ledger().write(delivery, batch, rows);
            sending.money().takeBack(delivery, batch, price, refused);
            sending.runShort(delivery, e.what);
            return null;
          });
      return new Commit(List.of(), descending(next), false);
    }
  }

  private Commit commit(
      TransactionStatus status, List<LedgerRow> rows, List<Composed> refused, List<Composed> next) {
    sending.ledger().write(delivery, batch, rows);
    sending.money().takeBack(delivery, batch, price, refused);
    if (next.isEmpty() || lost) {
      return new Commit(List.of(), descending(next), next.isEmpty() && !lost);
    }
    if (sending.store().state(delivery.ref()).orElseThrow() != DeliveryState.OPEN) {
      return new Commit(List.of(), descending(next), false);
    }
    int upTo = Math.max(paidUpTo, next.get(next.size() - 1).member());
    if (!sending.batches().authorize(batch, sending.owner(), upTo)) {
      lost = true;
      return new Commit(List.of(), descending(next), false);
    }
    List<Composed> going = recheck(next);
    List<Composed> unpaid = going.stream().filter(one -> one.member() > paidUpTo).toList();
    if (!unpaid.isEmpty()) {
      sending
          .money()
          .pay(delivery, batch, price, unpaid)
          .ifPresent(
              what -> {
                throw new Short(what);
              });
    }
    return new Commit(going, List.of(), true);
  }

  /** Leaves out who may not get it any more, and writes that down. */
  private List<Composed> recheck(List<Composed> next) {
    long version = sending.recheck().version(delivery.ref().workspace());
    Map<String, Audience> held =
        sending
            .recheck()
            .held(
                delivery.ref().workspace(),
                delivery.message(),
                batch.channel(),
                Audience.collect(next.stream().mapToInt(Composed::member)),
                version != delivery.dataVersion());
    if (held.isEmpty()) {
      return next;
    }
    List<Composed> going = new ArrayList<>();
    List<LedgerRow> rows = new ArrayList<>();
    Map<Integer, String> reasons = new HashMap<>();
    held.forEach((reason, people) -> people.forEach(member -> reasons.put(member, reason)));
    for (Composed one : next) {
      String reason = reasons.get(one.member());
      if (reason == null) {
        going.add(one);
      } else {
        rows.add(
            one.member() > paidUpTo
                ? suppressed(one.member(), reason)
                : row(one, Outcome.UNKNOWN, reason, Optional.empty()));
      }
    }
    sending.ledger().write(delivery, batch, rows);
    return going;
  }

  private LedgerRow suppressed(int member, String reason) {
    return new LedgerRow(
        member,
        Outcome.SUPPRESSED,
        Optional.of(reason),
        null,
        0,
        BigDecimal.ZERO,
        sending.now(),
        Optional.empty());
  }

  /** Notes who was in flight when a former attempt broke off, and who has no address any more. */
  void note(List<Composed> inDoubt, Audience unreachable) {
    List<LedgerRow> rows = new ArrayList<>();
    inDoubt.forEach(one -> rows.add(row(one, Outcome.UNKNOWN, "interrupted", Optional.empty())));
    unreachable.forEach(
        member ->
            rows.add(member > paidUpTo ? suppressed(member, "not-contactable") : doubtful(member)));
    sending.insist(
        status -> {
          sending.ledger().write(delivery, batch, rows);
          return null;
        });
  }

  private LedgerRow doubtful(int member) {
    return new LedgerRow(
        member,
        Outcome.UNKNOWN,
        Optional.of("interrupted"),
        null,
        0,
        BigDecimal.ZERO,
        sending.now(),
        Optional.empty());
  }

  /**
   * Leaves the batch: for good, or to be gone on with later.
   *
   * @param left who was never called
   * @param notTaken who was called and certainly not taken
   * @param inDoubt who may have been taken by a gateway that will recognise them
   */
  void leave(List<Composed> left, List<Composed> notTaken, List<Composed> inDoubt) {
    if (lost) {
      return;
    }
    sending.insist(
        status -> {
          if (left.isEmpty() && notTaken.isEmpty() && inDoubt.isEmpty()) {
            sending.batches().settle(batch, sending.owner());
            return null;
          }
          int doubtful =
              inDoubt.stream().mapToInt(Composed::member).reduce(batch.upTo(), Math::max);
          // Whoever is in doubt stays so; the others were certainly not taken.
          List<Composed> open =
              Stream.concat(left.stream(), notTaken.stream())
                  .filter(one -> one.member() > doubtful)
                  .sorted(Comparator.comparingInt(Composed::member))
                  .toList();
          Set<Composed> tried = new HashSet<>(notTaken);
          sending
              .money()
              .takeBack(delivery, batch, price, open.stream().filter(tried::contains).toList());
          boolean doubt = open.size() < left.size() + notTaken.size() + inDoubt.size();
          int upTo = open.isEmpty() ? doubtful : open.get(0).member() - 1;
          boolean trouble = !notTaken.isEmpty() || !inDoubt.isEmpty();
          Instant due = trouble ? sending.now().plus(AFTER_TROUBLE) : batch.due();
          sending.batches().giveBack(batch, sending.owner(), due, upTo, doubt);
          return null;
        });
  }

  /** Gives the batch back before anything was done. */
  void postpone(Duration time) {
    sending.insist(
        status ->
            sending
                .batches()
                .giveBack(batch, sending.owner(), sending.now().plus(time), batch.upTo(), true));
  }

  private LedgerRow row(BatchRun.Answer answer) {
    Composed message = answer.message();
    Handover handover = answer.handover();
    if (handover instanceof Handover.Accepted accepted) {
      return row(message, Outcome.ACCEPTED, null, accepted.reference());
    }
    if (handover instanceof Handover.Refused refused) {
      return row(message, Outcome.FAILED, refused.reason(), Optional.empty());
    }
    if (handover instanceof Handover.NotTaken notTaken) {
      return row(message, Outcome.FAILED, notTaken.reason(), Optional.empty());
    }
    return row(message, Outcome.UNKNOWN, ((Handover.Unknown) handover).reason(), Optional.empty());
  }

  private LedgerRow row(
      Composed message, Outcome outcome, String reason, Optional<String> reference) {
    int units = outcome == Outcome.FAILED ? 0 : message.units();
    return new LedgerRow(
        message.member(),
        outcome,
        Optional.ofNullable(reason),
        message.address(),
        units,
        price.multiply(BigDecimal.valueOf(units)),
        sending.now(),
        reference);
  }

  private static boolean isFailed(BatchRun.Answer answer) {
    return answer.handover() instanceof Handover.Refused
        || answer.handover() instanceof Handover.NotTaken;
  }

  private static List<Composed> descending(List<Composed> next) {
    List<Composed> descending = new ArrayList<>(next);
    Collections.reverse(descending);
    return descending;
  }

  /** Money is short: nothing of the transaction happened. */
  private static final class Short extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String what;

    Short(String what) {
      super(what);
      this.what = what;
    }
  }
}
