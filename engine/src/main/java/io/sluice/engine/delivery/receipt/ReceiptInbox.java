package io.sluice.engine.delivery.receipt;

import io.sluice.engine.delivery.gateway.Receipt;
import io.sluice.engine.delivery.gateway.ReceiptSink;
import io.sluice.engine.delivery.receipt.ReceiptRows.Source;
import io.sluice.engine.workspace.WorkspaceId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps receipts as they come in, then matches them; what cannot be matched yet waits. */
@Component
public class ReceiptInbox implements ReceiptSink {
  /** Stands for the gateway where we saw it ourselves; no gateway can be called so. */
  public static final String OWN = "*";

  private static final Logger LOG = LoggerFactory.getLogger(ReceiptInbox.class);
  private static final int AT_ONCE = 500;
  private static final Duration KEPT = Duration.ofDays(90);
  private static final Comparator<Receipt> BY_ID = Comparator.comparing(Receipt::eventId);

  private final ReceiptRows rows;
  private final ReceiptMatching matching;
  private final TransactionTemplate transaction;
  private final Clock clock;

  ReceiptInbox(
      ReceiptRows rows, ReceiptMatching matching, TransactionTemplate transaction, Clock clock) {
    this.rows = rows;
    this.matching = matching;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  public void accept(WorkspaceId workspace, String gateway, List<Receipt> receipts) {
    Source source = new Source(workspace, gateway);
    for (int from = 0; from < receipts.size(); from += AT_ONCE) {
      accept(source, receipts.subList(from, Math.min(receipts.size(), from + AT_ONCE)));
    }
  }

  private void accept(Source source, List<Receipt> receipts) {
    Instant now = clock.instant();
    List<Receipt> sorted = receipts.stream().sorted(BY_ID).toList();
    transaction.executeWithoutResult(status -> rows.add(source, sorted, now));
    try {
      transaction.executeWithoutResult(
          status ->
              matching.match(
                  source,
                  rows.waiting(source, sorted.stream().map(Receipt::eventId).toList()),
                  now));
    } catch (DataAccessException lostRace) {
      LOG.debug("Receipts of {} are matched later", source, lostRace);
    }
  }

  /** Matches what waits and is due. */
  void sweep() {
    Instant now = clock.instant();
    for (Source source : transaction.execute(status -> rows.due(now))) {
      while (Boolean.TRUE.equals(transaction.execute(status -> sweep(source, now)))) {
        LOG.debug("More receipts of {} are due", source);
      }
    }
  }

  /** Deletes receipts that were settled long ago. */
  void tidy() {
    Instant before = clock.instant().minus(KEPT);
    transaction.executeWithoutResult(status -> rows.forgetSettled(before));
  }

  private boolean sweep(Source source, Instant now) {
    List<ReceiptRows.Waiting> due = rows.due(source, now, AT_ONCE);
    matching.match(source, due, now);
    return due.size() == AT_ONCE;
  }
}
