package io.sluice.engine.run;

import io.sluice.engine.bpmn.Processes;
import io.sluice.engine.bpmn.StepFailure;
import io.sluice.engine.campaign.Campaign;
import io.sluice.engine.campaign.Campaigns;
import io.sluice.engine.campaign.CanvasVersions;
import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.delivery.sending.Deliveries;
import io.sluice.node.OutPort;
import io.sluice.node.TimeNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Shows runs: all numbers are sums over kept audiences, so there are no counters to drift. */
@Component
class RunViews {
  private final RunStore runs;
  private final StepStore steps;
  private final Campaigns campaigns;
  private final CanvasVersions versions;
  private final Processes processes;
  private final OverdueSteps overdue;
  private final Deliveries deliveries;
  private final ReceiptWaitStore waits;
  private final WaitingStore waiting;
  private final DepartureStore departures;
  private final DetailsRemoval removal;

  RunViews(
      RunStore runs,
      StepStore steps,
      Campaigns campaigns,
      CanvasVersions versions,
      Processes processes,
      OverdueSteps overdue,
      Deliveries deliveries,
      ReceiptWaitStore waits,
      WaitingStore waiting,
      DepartureStore departures,
      DetailsRemoval removal) {
    this.runs = runs;
    this.steps = steps;
    this.campaigns = campaigns;
    this.versions = versions;
    this.processes = processes;
    this.overdue = overdue;
    this.deliveries = deliveries;
    this.waits = waits;
    this.waiting = waiting;
    this.departures = departures;
    this.removal = removal;
  }

  RunView of(Run run) {
    Campaign campaign = campaigns.get(run.workspace(), run.campaign());
    BoundCanvas canvas = versions.get(run.workspace(), run.campaign(), run.version());
    Map<String, StepFailure> failures = failures(run);
    List<Step> done = steps.ofRun(run);
    List<PortAudience> ports = steps.ports(run);
    List<ReceiptWait> receipts = waits.ofRun(run);
    List<Waiting> people = waiting.ofRun(run, true);
    List<RunView.NodeView> nodes =
        canvas.order().stream()
            .map(
                node ->
                    withProgress(
                        run,
                        node(
                            canvas,
                            node,
                            done,
                            ports,
                            receipts,
                            people,
                            failures.get(node),
                            run.state() == RunState.FINISHED)))
            .toList();
    return new RunView(
        run.id(),
        campaign.key(),
        run.version(),
        run.state(),
        run.instant(),
        Long.toString(run.seeds().run()),
        run.startedAt(),
        run.endedAt(),
        failures.values().stream().anyMatch(failure -> failure.retriesLeft() == 0)
            || nodes.stream().anyMatch(RunView.NodeView::cannotSend),
        nodes,
        run.state() == RunState.PAUSED ? overdue(run) : List.of(),
        run.state() == RunState.PAUSED
            ? runs.heldBy(run).or(() -> deliveries.heldBy(run.workspace(), run.id())).orElse(null)
            : null,
        departures.of(run),
        runs.detailsRemovedAt(run).map(at -> removed()).orElse(null));
  }

  private String removed() {
    return "Details removed after %d days: only the numbers are kept."
        .formatted(removal.keptDays());
  }

  private RunView.NodeView withProgress(Run run, RunView.NodeView node) {
    return node.state().equals("sending")
        ? node.with(deliveries.progress(run.workspace(), run.id(), node.id()))
        : node;
  }

  private List<RunView.OverdueView> overdue(Run run) {
    return overdue.of(run).stream()
        .map(one -> new RunView.OverdueView(one.node(), one.due(), one.people()))
        .toList();
  }

  private Map<String, StepFailure> failures(Run run) {
    Map<String, StepFailure> failures = new HashMap<>();
    runs.openCohorts(run).stream()
        .flatMap(cohort -> processes.failures(cohort.process()).stream())
        .forEach(failure -> failures.put(failure.node(), failure));
    return failures;
  }

  private static RunView.NodeView node(
      BoundCanvas canvas,
      String node,
      List<Step> allSteps,
      List<PortAudience> allPorts,
      List<ReceiptWait> allWaits,
      List<Waiting> allWaiting,
      StepFailure failure,
      boolean over) {
    List<Step> mine = allSteps.stream().filter(step -> step.node().equals(node)).toList();
    List<PortAudience> left = allPorts.stream().filter(port -> port.node().equals(node)).toList();
    boolean arrived = !mine.isEmpty();
    List<ReceiptWait> waits = allWaits.stream().filter(wait -> wait.node().equals(node)).toList();
    boolean awaiting = waits.stream().anyMatch(ReceiptWait::isOpen);
    List<Waiting> people = allWaiting.stream().filter(one -> one.node().equals(node)).toList();
    boolean waiting = awaiting || !people.isEmpty() || mine.stream().anyMatch(Step::waiting);
    boolean sending = mine.stream().anyMatch(step -> step.state() == Step.State.SENDING);
    Map<String, Integer> ports = new LinkedHashMap<>();
    if ((arrived || over) && !waiting && !sending) {
      for (OutPort port : canvas.ports(node).out()) {
        ports.put(port.key(), 0);
      }
    }
    Map<String, Map<String, Integer>> reasons = new LinkedHashMap<>();
    for (PortAudience port : left) {
      if (port.isWholePort()) {
        ports.merge(port.port(), port.members(), Integer::sum);
      } else {
        reasons
            .computeIfAbsent(port.port(), key -> new LinkedHashMap<>())
            .merge(port.reason(), port.members(), Integer::sum);
      }
    }
    return new RunView.NodeView(
        node,
        canvas.drawn(node).shownName(),
        canvas.drawn(node).type(),
        failure != null
            ? "failing"
            : sending ? "sending" : waiting ? "waiting" : arrived || over ? "done" : "pending",
        arrived || over ? mine.stream().mapToInt(Step::in).sum() : null,
        ports,
        reasons.isEmpty() ? null : reasons,
        arrived ? mine.get(0).instant() : null,
        canvas.node(node).releasePort().isPresent() && arrived
            ? people.stream().mapToInt(Waiting::members).sum()
            : null,
        releaseAt(canvas, node, mine, people),
        failure == null
            ? null
            : new RunView.FailureView(failure.message(), failure.retriesLeft(), failure.nextTry()),
        receipts(waits, awaiting),
        null);
  }

  private static Instant releaseAt(
      BoundCanvas canvas, String node, List<Step> steps, List<Waiting> people) {
    if (canvas.node(node).releasePort().isPresent()) {
      return people.stream().map(Waiting::due).min(Instant::compareTo).orElse(null);
    }
    return !steps.isEmpty() && canvas.node(node).type() instanceof TimeNode
        ? steps.get(0).release()
        : null;
  }

  private static RunView.ReceiptsView receipts(List<ReceiptWait> waits, boolean awaiting) {
    if (waits.isEmpty()) {
      return null;
    }
    boolean looked = waits.stream().anyMatch(wait -> wait.pending() != null);
    return new RunView.ReceiptsView(
        looked
            ? waits.stream()
                .map(ReceiptWait::pending)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .sum()
            : null,
        waits.stream().map(ReceiptWait::deadline).max(Instant::compareTo).orElseThrow(),
        awaiting
            ? null
            : waits.stream().map(ReceiptWait::endedAt).max(Instant::compareTo).orElseThrow());
  }
}
