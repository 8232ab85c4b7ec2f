package io.sluice.engine.delivery.receipt;

import io.sluice.engine.delivery.EffectKey;
import io.sluice.engine.delivery.gateway.Receipt;
import io.sluice.engine.delivery.receipt.MessageFinder.Found;
import io.sluice.engine.delivery.receipt.ReceiptRows.Source;
import io.sluice.engine.delivery.receipt.ReceiptRows.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finds the messages that receipts are about, and notes what happened to them. */
@Component
class ReceiptMatching {
  /** News of a message that is still not in the ledger by then is of none of ours. */
  static final Duration PATIENCE = Duration.ofDays(7);

  private final ReceiptRows receipts;
  private final LedgerRows ledger;
  private final MessageFinder messages;
  private final ConsentEnds consents;
  private final Refunds refunds;

  ReceiptMatching(
      ReceiptRows receipts,
      LedgerRows ledger,
      MessageFinder messages,
      ConsentEnds consents,
      Refunds refunds) {
    this.receipts = receipts;
    this.ledger = ledger;
    this.messages = messages;
    this.consents = consents;
    this.refunds = refunds;
  }

  /** Settles those whose messages are in the ledger, and postpones the others. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void match(Source source, List<Waiting> waiting, Instant now) {
    List<Found> found = messages.find(source, waiting, now);
    Map<EffectKey, LedgerRows.Entry> entries =
        ledger.entries(found.stream().map(Found::effect).toList());
    List<Waiting> matched = new ArrayList<>();
    List<Waiting> foreign = new ArrayList<>();
    List<LedgerRows.Event> events = new ArrayList<>();
    Map<EffectKey, LedgerRows.Truth> truths = new HashMap<>();
    Map<Waiting, LedgerRows.Entry> answered = new HashMap<>();
    for (Found one : found) {
      LedgerRows.Entry entry = entries.get(one.effect());
      if (entry == null) {
        continue;
      }
      if (!ReceiptInbox.OWN.equals(source.gateway()) && !source.gateway().equals(entry.gateway())) {
        foreign.add(one.waiting());
        continue;
      }
      matched.add(one.waiting());
      answered.put(one.waiting(), entry);
      Receipt receipt = one.waiting().receipt();
      Progress.event(one.effect(), receipt).ifPresent(events::add);
      Progress.truth(one.effect(), receipt, outcome(truths, one.effect(), entry))
          .ifPresent(truth -> truths.put(one.effect(), truth));
    }
    waiting.forEach(one -> consents.end(source, one, Optional.ofNullable(answered.get(one))));
    // In one order everywhere, so that two servers do not wait for each other.
    events.sort(Comparator.comparing(event -> event.effect().text() + event.kind()));
    ledger.note(events);
    List<LedgerRows.Truth> sorted =
        truths.values().stream()
            .sorted(Comparator.comparing(truth -> truth.effect().text()))
            .toList();
    refunds.refund(
        sorted.stream()
            .filter(truth -> truth.outcome().equals(Progress.FAILED))
            .map(LedgerRows.Truth::effect)
            .toList());
    ledger.resolve(sorted);
    settle(source, waiting, matched, foreign, now);
  }

  private static String outcome(
      Map<EffectKey, LedgerRows.Truth> truths, EffectKey effect, LedgerRows.Entry entry) {
    LedgerRows.Truth truth = truths.get(effect);
    return truth == null ? entry.outcome() : truth.outcome();
  }

  private void settle(
      Source source,
      List<Waiting> waiting,
      List<Waiting> matched,
      List<Waiting> foreign,
      Instant now) {
    receipts.settle(source, matched, true);
    List<Waiting> open = new ArrayList<>(waiting);
    open.removeAll(matched);
    open.removeAll(foreign);
    List<Waiting> hopeless =
        open.stream().filter(one -> one.receivedAt().plus(PATIENCE).isBefore(now)).toList();
    open.removeAll(hopeless);
    foreign.addAll(hopeless);
    receipts.settle(source, foreign, false);
    receipts.postpone(source, open, now);
  }
}
