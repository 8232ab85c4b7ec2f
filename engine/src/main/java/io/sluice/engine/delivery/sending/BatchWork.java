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
  private static final int MOST_TRIES_IN_DOUBT = 3;

  private final Sending sending;
  private final Delivery delivery;
  private final Batch batch;
  private final BigDecimal price;
  private final int paidUpTo;
  private boolean lost;
  private boolean goesOut;
  private int costUnits;
  private BigDecimal cost = BigDecimal.ZERO;

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

  /** Whether the marketer wants doubtful messages sent again; a few times, never for ever. */
  boolean repeatsInDoubt() {
    return repeatsInDoubt(delivery, batch);
  }

  static boolean repeatsInDoubt(Delivery delivery, Batch batch) {
    return delivery.message().preferDelivery() && batch.attempt() <= MOST_TRIES_IN_DOUBT;
  }

  void troubled(RuntimeException e) {
    LOG.error("Gateway '{}' failed in a way it should not", batch.gateway(), e);
  }

  /** Writes outcomes and commits that the next people are going out, in one transaction. */
  Commit commit(List<BatchRun.Answer> known, List<Composed> next) {
    Instant now = sending.now();
    List<LedgerRow> rows = known.stream().map(answer -> row(answer, now)).toList();
    List<Composed> refused =
        known.stream().filter(BatchWork::isFailed).map(BatchRun.Answer::message).toList();
    try {
      return sending.insist(status -> commit(status, rows, refused, next));
    } catch (Short e) {
      if (next.size() > 1) {
        // Whatever the rest of the money pays for still goes out.
        int half = next.size() / 2;
        Commit some = commit(known, next.subList(0, half));
        List<Composed> left = descending(next.subList(half, next.size()));
        left.addAll(some.left());
        return new Commit(some.going(), left, some.goOn());
      }
      sending.insist(
          status -> {
            write(rows, refused);
            sending.runShort(delivery, e.what);
            return null;
          });
      return new Commit(List.of(), descending(next), false);
    }
  }

  private Commit commit(
      TransactionStatus status, List<LedgerRow> rows, List<Composed> refused, List<Composed> next) {
    write(rows, refused);
    if (!goesOut && rows.stream().anyMatch(row -> row.outcome() == Outcome.ACCEPTED)) {
      sending.batches().forgetTrouble(batch, sending.owner());
      goesOut = true;
    }
    if (next.isEmpty() || lost) {
      return new Commit(List.of(), descending(next), next.isEmpty() && !lost);
    }
    int upTo = Math.max(paidUpTo, next.get(next.size() - 1).member());
    if (!sending.batches().authorize(batch, sending.owner(), upTo)) {
      lost = !sending.batches().keep(batch, sending.owner());
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

  /**
   * Writes outcomes. What was not taken counts only while the batch is ours: whoever has it now may
   * have sent it meanwhile. What was taken counts whoever has the batch.
   */
  private void write(List<LedgerRow> rows, List<Composed> refused) {
    if (refused.isEmpty() || sending.batches().keep(batch, sending.owner())) {
      sending.ledger().write(delivery, batch, rows);
      sending.money().takeBack(delivery, batch, price, refused);
    } else {
      sending
          .ledger()
          .write(
              delivery,
              batch,
              rows.stream().filter(row -> row.outcome() != Outcome.FAILED).toList());
    }
  }

  /** Leaves out who may not get it any more, and writes that down. */
  private List<Composed> recheck(List<Composed> next) {
    if (delivery.asOf().isPresent()) {
      return next;
    }
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
                : row(one, Outcome.UNKNOWN, reason, Optional.empty(), sending.now()));
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
    inDoubt.forEach(
        one -> rows.add(row(one, Outcome.UNKNOWN, "interrupted", Optional.empty(), sending.now())));
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
   * @param inDoubt who may have been taken and goes out again all the same
   * @param trouble what kept them from going out
   */
  void leave(
      List<Composed> left,
      List<Composed> notTaken,
      List<Composed> inDoubt,
      Optional<BatchTrouble> trouble) {
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
          boolean doubt = open.size() < left.size() + notTaken.size() + inDoubt.size();
          int upTo = open.isEmpty() ? doubtful : open.get(0).member() - 1;
          Instant due = trouble.isPresent() ? sending.now().plus(AFTER_TROUBLE) : batch.due();
          if (sending.batches().giveBack(batch, sending.owner(), due, upTo, doubt, trouble)) {
            sending
                .money()
                .takeBack(delivery, batch, price, open.stream().filter(tried::contains).toList());
          }
          return null;
        });
  }

  /** Gives the batch back before anything was done. */
  void postpone(Duration time, BatchTrouble trouble) {
    giveBack(sending.now().plus(time), true, Optional.of(trouble));
  }

  /** Gives a batch of a stopped run back for good: nobody in it is in doubt any more. */
  void rest() {
    giveBack(batch.due(), false, Optional.empty());
  }

  private void giveBack(Instant due, boolean inDoubt, Optional<BatchTrouble> trouble) {
    sending.insist(
        status ->
            sending
                .batches()
                .giveBack(batch, sending.owner(), due, batch.upTo(), inDoubt, trouble));
  }

  private LedgerRow row(BatchRun.Answer answer, Instant now) {
    Composed message = answer.message();
    Handover handover = answer.handover();
    if (handover instanceof Handover.Accepted accepted) {
      return row(message, Outcome.ACCEPTED, null, accepted.reference(), now);
    }
    if (handover instanceof Handover.Refused refused) {
      return row(message, Outcome.FAILED, refused.reason(), Optional.empty(), now);
    }
    if (handover instanceof Handover.NotTaken notTaken) {
      return row(message, Outcome.FAILED, notTaken.reason(), Optional.empty(), now);
    }
    String reason = ((Handover.Unknown) handover).reason();
    return row(message, Outcome.UNKNOWN, reason, Optional.empty(), now);
  }

  private LedgerRow row(
      Composed message, Outcome outcome, String reason, Optional<String> reference, Instant now) {
    int units = outcome == Outcome.FAILED ? 0 : message.units();
    return new LedgerRow(
        message.member(),
        outcome,
        Optional.ofNullable(reason),
        message.address(),
        units,
        cost(units),
        now,
        reference);
  }

  /** Most messages have as many units as the one before. */
  private BigDecimal cost(int units) {
    if (units != costUnits) {
      costUnits = units;
      cost = price.multiply(BigDecimal.valueOf(units));
    }
    return cost;
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
