package io.sluice.engine.run;

import io.sluice.engine.bpmn.CohortRef;
import io.sluice.engine.bpmn.CompiledCanvas;
import io.sluice.engine.bpmn.Entry;
import io.sluice.engine.bpmn.Processes;
import io.sluice.engine.campaign.CanvasVersions;
import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.member.Erasures;
import io.sluice.engine.server.Installation;
import io.sluice.node.Audience;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets people go on who wait each for a time of their own. All who wait at one node for one
 * instant, whatever cohort they came in, go on as one new cohort, in the process of the port by
 * which they leave. Who is due is looked for again and again, so nothing depends on being told; one
 * transaction, under the lock of the run, lets them go and starts the process, so it is done once
 * whatever dies in between and however many servers look.
 */
@Component
class Releases {
  private static final Logger LOG = LoggerFactory.getLogger(Releases.class);

  private final WaitingStore waiting;
  private final RunStore runs;
  private final StepStore steps;
  private final RunOrder order;
  private final RunEnd end;
  private final CanvasVersions versions;
  private final Processes processes;
  private final Erasures erasures;
  private final Installation installation;
  private final TransactionTemplate transaction;
  private final AsyncTaskExecutor executor;
  private final Clock clock;
  private final AtomicBoolean nudged = new AtomicBoolean();

  Releases(
      WaitingStore waiting,
      RunStore runs,
      StepStore steps,
      RunOrder order,
      RunEnd end,
      CanvasVersions versions,
      Processes processes,
      Erasures erasures,
      Installation installation,
      TransactionTemplate transaction,
      @Qualifier("applicationTaskExecutor") AsyncTaskExecutor executor,
      Clock clock) {
    this.waiting = waiting;
    this.runs = runs;
    this.steps = steps;
    this.order = order;
    this.end = end;
    this.versions = versions;
    this.processes = processes;
    this.erasures = erasures;
    this.installation = installation;
    this.transaction = transaction;
    this.executor = executor;
    this.clock = clock;
  }

  /** Looks right after the transaction that is under way: it may have been waited for. */
  void lookSoon() {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            nudge();
          }
        });
  }

  private void nudge() {
    if (nudged.compareAndSet(false, true)) {
      try {
        executor.execute(
            () -> {
              nudged.set(false);
              look();
            });
      } catch (TaskRejectedException e) {
        nudged.set(false);
      }
    }
  }

  @Scheduled(fixedDelayString = "${sluice.run.release:PT0.5S}")
  void look() {
    if (installation.hold().isPresent()) {
      return;
    }
    for (WaitingStore.DueRun due : waiting.due(clock.instant())) {
      try {
        while (Boolean.TRUE.equals(transaction.execute(status -> releaseNext(due)))) {}
      } catch (RuntimeException e) {
        LOG.error("People of {} are due and could not go on", due, e);
      }
    }
  }

  /** Returns false where nobody can be let go now. */
  private boolean releaseNext(WaitingStore.DueRun due) {
    Run run = runs.lock(due.workspace(), due.run()).orElseThrow();
    Optional<Instant> next =
        waiting.nextDue(run).filter(instant -> !instant.isAfter(clock.instant()));
    if (run.state() != RunState.RUNNING || next.isEmpty()) {
      return false;
    }
    BoundCanvas canvas = versions.get(run.workspace(), run.campaign(), run.version());
    if (!order.mayRelease(run, canvas, next.get())) {
      return false;
    }
    List<Waiting> all = waiting.openAt(run, next.get());
    String node =
        all.stream()
            .map(Waiting::node)
            .min(Comparator.comparing(one -> canvas.order().indexOf(one)))
            .orElseThrow();
    release(run, canvas, all.stream().filter(one -> one.node().equals(node)).toList());
    end.finishIfOver(run);
    return true;
  }

  private void release(Run run, BoundCanvas canvas, List<Waiting> group) {
    Audience people =
        Audience.unionOf(group.stream().map(one -> waiting.people(run.workspace(), one)).toList())
            .minus(erasures.of(run.workspace()));
    Instant now = clock.instant();
    if (people.isEmpty()) {
      waiting.release(run, group, now, null);
      return;
    }
    Waiting first = group.get(0);
    String key = Entry.keyOf(first.node(), first.port());
    CohortRef child =
        new CohortRef(
            run.workspace().value(), run.id(), runs.nextCohort(run.workspace(), run.id()));
    runs.insertCohort(child, key, first.due(), first.cohort());
    // In the new cohort they come out of the node at which they waited.
    steps.insert(
        child,
        new Step(
            child.cohort(),
            first.node(),
            Step.State.DONE,
            first.due(),
            first.due(),
            0,
            false,
            now,
            now));
    steps.insertPort(child, first.node(), first.port(), "", people);
    waiting.release(run, group, now, child.cohort());
    if (Entry.find(canvas, key).isPresent()) {
      CompiledCanvas compiled = versions.compiled(run.workspace(), run.campaign(), run.version());
      runs.setProcess(child, processes.start(compiled.processKey(key), child));
    } else {
      runs.endCohort(child);
    }
  }
}
