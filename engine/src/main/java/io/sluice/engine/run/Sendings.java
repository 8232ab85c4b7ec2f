package io.sluice.engine.run;

import io.sluice.engine.bpmn.CohortRef;
import io.sluice.engine.bpmn.Processes;
import io.sluice.engine.delivery.DeliveryHeld;
import io.sluice.engine.delivery.DeliveryRef;
import io.sluice.engine.delivery.content.Composer;
import io.sluice.engine.delivery.content.Route;
import io.sluice.engine.delivery.sending.Deliveries;
import io.sluice.engine.delivery.sending.Delivery;
import io.sluice.engine.member.Consents;
import io.sluice.engine.nodetype.BoundNode;
import io.sluice.engine.step.StepResult;
import io.sluice.engine.web.Counted;
import io.sluice.engine.workspace.Workspaces;
import io.sluice.node.ActionNode;
import io.sluice.node.Audience;
import io.sluice.node.Message;
import io.sluice.node.SeededOrder;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands audiences over to delivery, and lets cohorts go on when everybody has an outcome. The end
 * is looked for again and again, so nothing depends on being told.
 */
@Component
class Sendings {
  private static final long NONE = -1;
  private static final Logger LOG = LoggerFactory.getLogger(Sendings.class);

  private final Deliveries deliveries;
  private final RunStore runs;
  private final StepStore steps;
  private final Processes processes;
  private final Workspaces workspaces;
  private final Consents consents;
  private final Composer composer;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Sendings(
      Deliveries deliveries,
      RunStore runs,
      StepStore steps,
      Processes processes,
      Workspaces workspaces,
      Consents consents,
      Composer composer,
      TransactionTemplate transaction,
      Clock clock) {
    this.deliveries = deliveries;
    this.runs = runs;
    this.steps = steps;
    this.processes = processes;
    this.workspaces = workspaces;
    this.consents = consents;
    this.composer = composer;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Hands over who passed the gates, in the transaction of the step. */
  void open(
      Run run, CohortRef cohort, BoundNode node, Route route, Instant instant, StepResult result) {
    Message message = node.message().orElseThrow();
    deliveries.open(
        new Delivery(
            new DeliveryRef(run.workspace(), run.id(), cohort.cohort(), node.id()),
            cohort.cohort(),
            run.campaign(),
            seenVersion(run, message, instant),
            run.isDatedBack() ? Optional.of(instant) : Optional.empty(),
            composer.pinned(workspaces.get(run.workspace()), message),
            route),
        result.messages(),
        SeededOrder.of(run.seeds().run(), node.id()));
  }

  /**
   * The version of the data that the gates saw; none where somebody withdrew since the instant at
   * which they read consents: then every batch asks again. (A run that plays in the past plays with
   * what was so then, and only sandboxes send for it: nobody asks what is so now.)
   */
  private long seenVersion(Run run, Message message, Instant instant) {
    Set<String> channels =
        message.variants().stream().map(Message.Variant::channel).collect(Collectors.toSet());
    return consents.withdrewAfter(run.workspace(), channels, instant)
        ? NONE
        : workspaces.dataVersion(run.workspace());
  }

  @Scheduled(fixedDelayString = "${sluice.delivery.end:PT0.3S}")
  void endComplete() {
    for (DeliveryRef ref : deliveries.complete()) {
      try {
        transaction.executeWithoutResult(status -> end(ref));
      } catch (RuntimeException e) {
        LOG.error("Delivery {} is complete but its people could not go on", ref, e);
      }
    }
  }

  @Scheduled(fixedDelayString = "${sluice.delivery.end:PT0.3S}")
  void endStopped() {
    for (DeliveryRef ref : deliveries.stopped()) {
      try {
        transaction.executeWithoutResult(status -> endStopped(ref));
      } catch (RuntimeException e) {
        LOG.error("Delivery {} of a stopped run cannot be ended", ref, e);
      }
    }
  }

  private void end(DeliveryRef ref) {
    Run run = runs.find(ref.workspace(), ref.run()).orElseThrow();
    CohortRef cohort = new CohortRef(ref.workspace().value(), ref.run(), ref.cohort());
    Step step = steps.find(cohort, ref.node()).orElseThrow();
    boolean wentOnBefore = step.state() == Step.State.DONE;
    if (run.state() != RunState.RUNNING && !wentOnBefore) {
      return;
    }
    Deliveries.Result result = deliveries.result(ref);
    if (wentOnBefore) {
      // What was sent again changes the record; the people went on long ago.
      deliveries.finish(ref, result);
      return;
    }
    if (!deliveries.finish(ref, result)) {
      return;
    }
    leave(ref, cohort, step, result);
    if (!processes.delivered(runs.process(cohort), ref.node())) {
      throw new IllegalStateException("The process of delivery " + ref + " is not there or held");
    }
  }

  /** Of a stopped run: everybody has an outcome, and nobody goes on. */
  private void endStopped(DeliveryRef ref) {
    CohortRef cohort = new CohortRef(ref.workspace().value(), ref.run(), ref.cohort());
    Step step = steps.find(cohort, ref.node()).orElseThrow();
    Deliveries.Result result = deliveries.result(ref);
    Optional<Audience> unsent = deliveries.endStopped(ref, result);
    if (unsent.isPresent() && step.state() != Step.State.DONE) {
      Map<String, Audience> held = new HashMap<>(result.suppressed());
      held.put("run-stopped", unsent.get());
      leave(
          ref,
          cohort,
          step,
          new Deliveries.Result(result.accepted(), result.failed(), held, result.unknown()));
    }
  }

  /** Writes down by which port everybody left the node. */
  private void leave(DeliveryRef ref, CohortRef cohort, Step step, Deliveries.Result result) {
    result
        .suppressed()
        .forEach(
            (reason, people) ->
                steps.addToPort(cohort, ref.node(), ActionNode.SUPPRESSED, reason, people));
    result
        .failed()
        .forEach(
            (reason, people) ->
                steps.addToPort(cohort, ref.node(), ActionNode.FAILED, reason, people));
    Audience skipped = parts(ref, cohort, ActionNode.DONE);
    Audience held = parts(ref, cohort, ActionNode.SUPPRESSED);
    Audience failed = parts(ref, cohort, ActionNode.FAILED);
    Audience done = skipped.union(result.accepted());
    int all = done.size() + failed.size() + held.size() + result.unknown().size();
    if (all != step.in()) {
      throw new IllegalStateException(
          "To node '%s' came %s, of whom %d have an outcome"
              .formatted(ref.node(), Counted.people(step.in()), all));
    }
    steps.insertPort(cohort, ref.node(), ActionNode.DONE, "", done);
    steps.insertPort(cohort, ref.node(), ActionNode.FAILED, "", failed);
    steps.insertPort(cohort, ref.node(), ActionNode.SUPPRESSED, "", held);
    steps.insertPort(cohort, ref.node(), ActionNode.UNKNOWN, "", result.unknown());
    steps.finish(cohort, ref.node(), clock.instant());
  }

  /** Everybody who is at the port for some reason. */
  private Audience parts(DeliveryRef ref, CohortRef cohort, String port) {
    return Audience.unionOf(
        steps.ports(cohort, List.of(ref.node())).stream()
            .filter(one -> one.port().equals(port) && !one.isWholePort())
            .map(one -> steps.audience(ref.workspace(), one))
            .toList());
  }

  /** Money is short: the run pauses, in the transaction that noticed it. */
  @EventListener
  void pause(DeliveryHeld held) {
    runs.lock(held.workspace(), held.run())
        .filter(run -> run.state() == RunState.RUNNING)
        .ifPresent(run -> runs.setState(run, RunState.PAUSED, null));
  }
}
