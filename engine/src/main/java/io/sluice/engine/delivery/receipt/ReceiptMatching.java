package io.sluice.engine.delivery.receipt;

import io.sluice.engine.delivery.EffectKey;
import io.sluice.engine.delivery.gateway.Receipt;
import io.sluice.engine.delivery.receipt.ReceiptRows.Source;
import io.sluice.engine.delivery.receipt.ReceiptRows.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  ReceiptMatching(ReceiptRows receipts, LedgerRows ledger) {
    this.receipts = receipts;
    this.ledger = ledger;
  }

  private record Found(Waiting waiting, EffectKey effect) {}

  /** Settles those whose messages are in the ledger, and postpones the others. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void match(Source source, List<Waiting> waiting, Instant now) {
    List<Found> found = find(source, waiting);
    Map<EffectKey, LedgerRows.Entry> entries =
        ledger.entries(found.stream().map(Found::effect).toList());
    List<Waiting> matched = new ArrayList<>();
    List<Waiting> foreign = new ArrayList<>();
    List<LedgerRows.Event> events = new ArrayList<>();
    Map<EffectKey, LedgerRows.Truth> truths = new HashMap<>();
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
      Receipt receipt = one.waiting().receipt();
      Progress.event(one.effect(), receipt).ifPresent(events::add);
      Progress.truth(one.effect(), receipt, outcome(truths, one.effect(), entry))
          .ifPresent(truth -> truths.put(one.effect(), truth));
    }
    // In one order everywhere, so that two servers do not wait for each other.
    events.sort(Comparator.comparing(event -> event.effect().text() + event.kind()));
    ledger.note(events);
    ledger.resolve(
        truths.values().stream()
            .sorted(Comparator.comparing(truth -> truth.effect().text()))
            .toList());
    settle(source, waiting, matched, foreign, now);
  }

  private static String outcome(
      Map<EffectKey, LedgerRows.Truth> truths, EffectKey effect, LedgerRows.Entry entry) {
    LedgerRows.Truth truth = truths.get(effect);
    return truth == null ? entry.outcome() : truth.outcome();
  }

  private List<Found> find(Source source, List<Waiting> waiting) {
    Map<String, EffectKey> byReference =
        ledger.references(
            source.workspace(),
            source.gateway(),
            waiting.stream().flatMap(one -> one.receipt().reference().stream()).toList());
    return waiting.stream()
        .map(one -> new Found(one, effect(one.receipt(), byReference)))
        .filter(one -> one.effect() != null && one.effect().workspace().equals(source.workspace()))
        .toList();
  }

  private static EffectKey effect(Receipt receipt, Map<String, EffectKey> byReference) {
    return receipt.effect().orElseGet(() -> receipt.reference().map(byReference::get).orElse(null));
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
