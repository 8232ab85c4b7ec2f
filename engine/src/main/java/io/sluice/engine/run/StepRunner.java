package io.sluice.engine.run;

import io.sluice.engine.bpmn.CohortRef;
import io.sluice.engine.bpmn.Entry;
import io.sluice.engine.bpmn.StepHandler;
import io.sluice.engine.bpmn.StepHeld;
import io.sluice.engine.campaign.CanvasVersions;
import io.sluice.engine.campaign.Routes;
import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.nodetype.BoundNode;
import io.sluice.engine.segment.Bounds;
import io.sluice.engine.segment.PopulationReader;
import io.sluice.engine.server.Installation;
import io.sluice.engine.step.StepEvaluator;
import io.sluice.engine.step.StepRequest;
import io.sluice.engine.step.StepResult;
import io.sluice.engine.workspace.Workspace;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.engine.workspace.Workspaces;
import io.sluice.node.Audience;
import io.sluice.node.Inputs;
import io.sluice.node.MessageNode;
import io.sluice.node.OutPort;
import io.sluice.node.TimeNode;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Does a step of a run: computes the node on the audiences before it and keeps what comes out, in
 * the transaction of the process step. Either both happened or neither, and a step that is there is
 * not done again.
 */
@Component
class StepRunner implements StepHandler {
  private final RunStore runs;
  private final StepStore steps;
  private final CanvasVersions versions;
  private final Workspaces workspaces;
  private final StepEvaluator evaluator;
  private final PopulationReader population;
  private final Effects effects;
  private final Arrivals arrivals;
  private final ReceiptWaits waits;
  private final Installation installation;
  private final Turns turns;
  private final Sendings sendings;
  private final RecordedPast past;
  private final RunOrder order;
  private final AlreadyReached alreadyReached;
  private final WaitingStore waiting;
  private final Releases releases;
  private final RunEnd end;
  private final Departures departures;
  private final Shortage shortage;
  private final Clock clock;

  StepRunner(
      RunStore runs,
      StepStore steps,
      CanvasVersions versions,
      Workspaces workspaces,
      StepEvaluator evaluator,
      PopulationReader population,
      Effects effects,
      Arrivals arrivals,
      ReceiptWaits waits,
      Installation installation,
      Turns turns,
      Sendings sendings,
      RecordedPast past,
      RunOrder order,
      AlreadyReached alreadyReached,
      WaitingStore waiting,
      Releases releases,
      RunEnd end,
      Departures departures,
      Shortage shortage,
      Clock clock) {
    this.runs = runs;
    this.steps = steps;
    this.versions = versions;
    this.workspaces = workspaces;
    this.evaluator = evaluator;
    this.population = population;
    this.effects = effects;
    this.arrivals = arrivals;
    this.waits = waits;
    this.installation = installation;
    this.turns = turns;
    this.sendings = sendings;
    this.past = past;
    this.order = order;
    this.alreadyReached = alreadyReached;
    this.waiting = waiting;
    this.releases = releases;
    this.end = end;
    this.departures = departures;
    this.shortage = shortage;
    this.clock = clock;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void awaiting(CohortRef cohort, String node) {
    Run run = run(cohort);
    requireRunning(run);
    BoundCanvas canvas = versions.get(run.workspace(), run.campaign(), run.version());
    waits.begin(run, cohort, canvas, node);
  }

  @Override
  public Instant awaitsUntil(CohortRef cohort, String node) {
    return waits.deadline(cohort, node);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void arrived(CohortRef cohort, String node) {
    if (steps.find(cohort, node).isPresent()) {
      return;
    }
    Run run = run(cohort);
    requireRunning(run);
    BoundCanvas canvas = versions.get(run.workspace(), run.campaign(), run.version());
    Workspace workspace = workspaces.get(run.workspace());
    Instant instant = arrivals.instant(run, cohort, canvas, node);
    boolean sends = canvas.node(node).type() instanceof MessageNode;
    order.await(run, cohort, canvas, node, instant);
    turns.await(run, cohort, canvas, node, instant);
    Audience reached = alreadyReached.at(run, cohort, canvas, node);
    effects.lock(run.workspace(), canvas.node(node).writes());
    Inputs inputs = arrivals.of(run, cohort, canvas, node);
    StepResult result =
        evaluator.act(
            new StepRequest(
                workspace,
                canvas.node(node),
                inputs,
                inputs,
                population.pin(run.workspace(), instant),
                run.seeds(),
                List.of(),
                List.of(),
                List.of(),
                false,
                Routes.to(canvas, node),
                past.before(run, cohort, canvas, node, instant),
                Bounds.exactly(reached)));
    departures.require(run, cohort, canvas, node, result.in());
    if (!effects.pay(run, cohort, node, instant, result.writes())) {
      throw shortage.of(run, node);
    }
    keep(cohort, canvas.node(node), instant, result);
    if (Entry.releases(canvas)) {
      releases.lookSoon();
    }
    if (sends) {
      sendings.open(run, cohort, canvas.node(node), Routes.to(canvas, node), instant, result);
    }
    effects.carryOut(run, cohort, node, instant, result.writes());
  }

  private void keep(CohortRef cohort, BoundNode bound, Instant instant, StepResult result) {
    Instant now = clock.instant();
    String node = bound.id();
    Step.State state = stateAfter(bound);
    steps.insert(
        cohort,
        new Step(
            cohort.cohort(),
            node,
            state,
            instant,
            result.release(),
            result.in(),
            false,
            now,
            state == Step.State.DONE ? now : null));
    if (state == Step.State.DONE) {
      Map<String, Audience> ports = new LinkedHashMap<>(result.ports());
      bound.releasePort().ifPresent(ports::remove);
      steps.insertPorts(cohort, node, ports);
    }
    bound.releasePort().ifPresent(port -> waiting.insert(cohort, node, port, result.releases()));
    if (state != Step.State.WAITING) {
      result
          .reasons()
          .forEach(
              (port, byReason) ->
                  byReason.forEach(
                      (reason, audience) ->
                          steps.insertPort(cohort, node, port, reason, audience)));
    }
  }

  /** Where people wait each for a time of their own, their cohort is done with the node. */
  private static Step.State stateAfter(BoundNode node) {
    if (node.type() instanceof TimeNode && node.releasePort().isEmpty()) {
      return Step.State.WAITING;
    }
    return node.type() instanceof MessageNode ? Step.State.SENDING : Step.State.DONE;
  }

  @Override
  public int placeOf(CohortRef cohort, String node) {
    Run run = run(cohort);
    return versions.get(run.workspace(), run.campaign(), run.version()).order().indexOf(node);
  }

  @Override
  public Instant releaseOf(CohortRef cohort, String node) {
    return steps.find(cohort, node).orElseThrow().release();
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void released(CohortRef cohort, String node) {
    Run run = run(cohort);
    requireRunning(run);
    BoundCanvas canvas = versions.get(run.workspace(), run.campaign(), run.version());
    Audience waiting = arrivals.of(run, cohort, canvas, node).union();
    boolean skip = steps.find(cohort, node).orElseThrow().skip();
    steps.insertPort(cohort, node, skip ? PortAudience.SKIPPED : OutPort.OUT, "", waiting);
    steps.finish(cohort, node, clock.instant());
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void ended(CohortRef cohort) {
    Run run = runs.lock(new WorkspaceId(cohort.workspace()), cohort.run()).orElseThrow();
    requireRunning(run);
    runs.endCohort(cohort);
    end.finishIfOver(run);
    if (waiting.isAnybodyWaiting(run)) {
      releases.lookSoon();
    }
  }

  private void requireRunning(Run run) {
    installation
        .hold()
        .ifPresent(
            hold -> {
              throw new StepHeld("The server is on hold: " + hold.reason());
            });
    if (run.state() != RunState.RUNNING) {
      throw new StepHeld("Run " + run.id() + " is " + run.state().key());
    }
  }

  private Run run(CohortRef cohort) {
    return runs.find(new WorkspaceId(cohort.workspace()), cohort.run()).orElseThrow();
  }
}
