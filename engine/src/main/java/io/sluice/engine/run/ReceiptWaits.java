package io.sluice.engine.run;

import io.sluice.engine.bpmn.CohortRef;
import io.sluice.engine.bpmn.Processes;
import io.sluice.engine.campaign.CanvasVersions;
import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.server.Installation;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.node.Audience;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets cohorts wait for receipts before nodes that ask what those tell: until each message has one,
 * or the deadline is over. It is looked again and again, the less often the longer they wait, so
 * nothing depends on being told.
 */
@Component
class ReceiptWaits {
  private static final Logger LOG = LoggerFactory.getLogger(ReceiptWaits.class);
  private static final int AT_ONCE = 100;
  private static final int SHARE = 20;
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private final ReceiptWaitStore waits;
  private final AwaitedMessages messages;
  private final Arrivals arrivals;
  private final RunStore runs;
  private final CanvasVersions versions;
  private final Processes processes;
  private final Installation installation;
  private final TransactionTemplate transaction;
  private final Clock clock;

  ReceiptWaits(
      ReceiptWaitStore waits,
      AwaitedMessages messages,
      Arrivals arrivals,
      RunStore runs,
      CanvasVersions versions,
      Processes processes,
      Installation installation,
      TransactionTemplate transaction,
      Clock clock) {
    this.waits = waits;
    this.messages = messages;
    this.arrivals = arrivals;
    this.runs = runs;
    this.versions = versions;
    this.processes = processes;
    this.installation = installation;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** A cohort comes to where it waits, in the transaction of the process step. */
  void begin(Run run, CohortRef cohort, BoundCanvas canvas, String node) {
    if (waits.find(cohort, node).isEmpty()) {
      Instant came = arrivals.cameAt(run, cohort, canvas, node);
      waits.insert(
          cohort, node, clock.instant(), latest(messages.askedAt(run, cohort, canvas, node), came));
    }
  }

  /** When a cohort goes on at the latest. */
  Instant deadline(CohortRef cohort, String node) {
    return waits.find(cohort, node).orElseThrow().deadline();
  }

  private static Instant latest(List<AwaitedMessages.Asked> asked, Instant came) {
    return asked.stream().map(AwaitedMessages.Asked::deadline).max(Instant::compareTo).orElse(came);
  }

  @Scheduled(fixedDelayString = "${sluice.receipts.look:PT0.3S}")
  void look() {
    if (installation.hold().isPresent()) {
      return;
    }
    for (ReceiptWaitStore.Place place : waits.due(clock.instant(), AT_ONCE)) {
      try {
        transaction.executeWithoutResult(
            status -> {
              if (!look(place)) {
                status.setRollbackOnly();
              }
            });
      } catch (RuntimeException e) {
        LOG.error("Nobody could look for the receipts of {}", place, e);
      }
    }
  }

  /** Returns false where the process cannot go on now, though it should. */
  private boolean look(ReceiptWaitStore.Place place) {
    CohortRef cohort = place.cohort();
    String node = place.node();
    Run run = runs.find(new WorkspaceId(cohort.workspace()), cohort.run()).orElseThrow();
    ReceiptWait wait = waits.lockOpen(place).orElse(null);
    if (wait == null || run.state() != RunState.RUNNING) {
      return true;
    }
    BoundCanvas canvas = versions.get(run.workspace(), run.campaign(), run.version());
    Instant came = arrivals.cameAt(run, cohort, canvas, node);
    Instant now = clock.instant();
    List<AwaitedMessages.Asked> asked = messages.askedAt(run, cohort, canvas, node);
    List<AwaitedMessages.Asked> open =
        asked.stream().filter(one -> one.deadline().isAfter(now)).toList();
    Instant by = earlier(now, latest(asked, came));
    Audience pending = messages.pending(run, cohort, canvas, node, asked, by);
    Audience awaited =
        open.size() == asked.size()
            ? pending
            : messages.pending(run, cohort, canvas, node, open, by);
    if (!awaited.isEmpty()) {
      waits.look(cohort, node, pending.size(), nextLook(wait, open, now));
      return true;
    }
    waits.end(cohort, node, pending.size(), by.isAfter(came) ? by : came);
    return processes.receiptsCame(runs.process(cohort), node);
  }

  private static Instant nextLook(ReceiptWait wait, List<AwaitedMessages.Asked> open, Instant now) {
    Duration pause = Duration.between(wait.since(), now).dividedBy(SHARE);
    Instant next = now.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    return open.stream().map(AwaitedMessages.Asked::deadline).reduce(next, ReceiptWaits::earlier);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
