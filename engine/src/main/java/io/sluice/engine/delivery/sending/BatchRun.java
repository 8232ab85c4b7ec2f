package io.sluice.engine.delivery.sending;

import io.sluice.engine.delivery.content.Composed;
import io.sluice.engine.delivery.gateway.Handover;
import io.sluice.engine.delivery.gateway.OpenGateway;
import io.sluice.engine.delivery.gateway.OutboundMessage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Sends one batch. A window slides over its people, in ascending order: they are committed as going
 * out, then called, and their outcomes are written together with the next ones' commit. So what a
 * crash leaves in doubt is the window, never the batch.
 */
final class BatchRun {
  private static final long LATEST_WRITE_MILLIS = 100;

  /** What says nothing about the message, only about how busy the gateway is. */
  private static final Set<String> PASSING =
      Set.of(
          "rate-limit",
          "gateway-busy",
          "gateway-broken",
          "gateway-missing",
          "gateway-unusable",
          OpenGateway.OUT_OF_TIME);

  private final BatchWork work;
  private final OpenGateway gateway;
  private final int share;
  private final Executor calls;
  private final Deque<Composed> waiting;
  private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
  private final List<Composed> notTaken = new ArrayList<>();
  private final List<Composed> inDoubt = new ArrayList<>();
  private int inFlight;
  private boolean goOn = true;
  private String lastReason;

  /**
   * @param share how many calls it may have under way at once
   * @param waiting who has no outcome yet, in ascending order of members
   */
  BatchRun(BatchWork work, OpenGateway gateway, int share, Executor calls, List<Composed> waiting) {
    this.work = work;
    this.gateway = gateway;
    this.share = share;
    this.calls = calls;
    this.waiting = new ArrayDeque<>(waiting);
  }

  /** A message and what became of handing it over. */
  record Answer(Composed message, Handover handover) {}

  /** Returns when nothing is in flight any more and everything that is known is written. */
  void run() throws InterruptedException {
    List<Answer> known = List.of();
    while (true) {
      List<Composed> next = goOn ? nextWindow() : List.of();
      if (!known.isEmpty() || !next.isEmpty()) {
        BatchWork.Commit commit = work.commit(known, next);
        goOn &= commit.goOn();
        // Whatever was not committed stays where it is, for the next window or attempt.
        commit.left().forEach(waiting::addFirst);
        call(commit.going());
      }
      if (inFlight == 0 && answers.isEmpty() && (waiting.isEmpty() || !goOn)) {
        break;
      }
      known = collect();
    }
    work.leave(List.copyOf(waiting), notTaken, inDoubt, trouble());
  }

  private Optional<BatchTrouble> trouble() {
    String key = gateway.config().key();
    return gateway
        .outage()
        .map(broken -> BatchTrouble.broken(key, broken))
        .filter(any -> lastReason != null)
        .or(
            () ->
                Optional.ofNullable(lastReason)
                    .map(
                        reason ->
                            notTaken.isEmpty()
                                ? BatchTrouble.noAnswer(key, reason)
                                : BatchTrouble.notTaken(key, reason)));
  }

  private int window() {
    return share * gateway.policy().callSize();
  }

  private List<Composed> nextWindow() {
    int free = window() - inFlight;
    int size = gateway.policy().callSize();
    if (waiting.size() > free) {
      // Whole calls only, as long as there are more to come.
      free -= free % size;
    }
    List<Composed> next = new ArrayList<>(Math.min(Math.max(free, 0), waiting.size()));
    while (next.size() < free && !waiting.isEmpty()) {
      next.add(waiting.pollFirst());
    }
    return next;
  }

  private void call(List<Composed> going) {
    int size = gateway.policy().callSize();
    inFlight += going.size();
    for (int from = 0; from < going.size(); from += size) {
      List<Composed> one = going.subList(from, Math.min(from + size, going.size()));
      if (share == 1) {
        send(one);
      } else {
        calls.execute(() -> send(one));
      }
    }
  }

  private void send(List<Composed> messages) {
    List<Handover> handovers;
    try {
      handovers =
          gateway.send(
              messages.stream()
                  .map(
                      one ->
                          new OutboundMessage(
                              work.effect(one.member()), one.address(), one.content(), one.units()))
                  .toList());
    } catch (RuntimeException e) {
      work.troubled(e);
      handovers =
          messages.stream().<Handover>map(one -> new Handover.Unknown("gateway-fault")).toList();
    }
    for (int i = 0; i < messages.size(); i++) {
      answers.add(new Answer(messages.get(i), handovers.get(i)));
    }
  }

  /** Not taken for a reason that passes: the message goes out later. */
  private boolean mayComeBack(Handover handover) {
    return handover instanceof Handover.NotTaken notTaken
        && (gateway.outage().isPresent() || PASSING.contains(notTaken.reason()));
  }

  /** The gateway will recognise the key, or the marketer would rather send twice than never. */
  private boolean mayRepeat() {
    return gateway.policy().deduplicates().isPresent() || work.repeatsInDoubt();
  }

  /** Waits for answers, but not so long that what is known stays unwritten. */
  private List<Answer> collect() throws InterruptedException {
    List<Answer> known = new ArrayList<>();
    int enough = Math.max(1, window() / 2);
    long latest = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LATEST_WRITE_MILLIS);
    while (inFlight > 0 && known.size() < enough) {
      Answer answer = answers.poll(latest - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (answer == null) {
        break;
      }
      known.add(answer);
      inFlight--;
      inFlight -= answers.drainTo(known);
    }
    List<Answer> outcomes = new ArrayList<>(known.size());
    for (Answer answer : known) {
      if (mayComeBack(answer.handover())) {
        notTaken.add(answer.message());
        lastReason = ((Handover.NotTaken) answer.handover()).reason();
        goOn = false;
      } else if (answer.handover() instanceof Handover.Unknown unknown && mayRepeat()) {
        inDoubt.add(answer.message());
        lastReason = unknown.reason();
        goOn = false;
      } else {
        outcomes.add(answer);
      }
    }
    return outcomes;
  }
}
