package io.sluice.engine.run;

import io.sluice.engine.campaign.Campaign;
import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.node.Audience;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells from the records of a run who came to its nodes, and when the run was over. */
@Component
public class RunVisits {
  private final RunStore runs;
  private final StepStore steps;

  RunVisits(RunStore runs, StepStore steps) {
    this.runs = runs;
    this.steps = steps;
  }

  /** The runs of a campaign, the last first. */
  public List<Run> runsOf(Campaign campaign) {
    return runs.ofCampaign(campaign.workspace(), campaign.id());
  }

  /**
   * When a run was over, in its own time: a run that is dated back ends when its last people were
   * let go, whenever the server came to it.
   */
  public Optional<Instant> endOf(Run run) {
    if (run.endedAt() == null || !run.isDatedBack()) {
      return Optional.ofNullable(run.endedAt());
    }
    Instant last =
        steps.ofRun(run).stream()
            .map(Step::release)
            .max(Comparator.naturalOrder())
            .filter(run.instant()::isBefore)
            .orElse(run.instant());
    return Optional.of(last.isBefore(run.endedAt()) ? last : run.endedAt());
  }

  /** The visits of cohorts to some of the nodes of a run, as far as they are recorded. */
  public List<Visit> of(Run run, BoundCanvas canvas, Collection<String> nodes) {
    List<PortAudience> ports = steps.ports(run);
    List<Visit> visits = new ArrayList<>();
    for (Step step : steps.ofRun(run)) {
      if (nodes.contains(step.node())) {
        visits.add(visit(run, canvas, step, ports));
      }
    }
    return visits;
  }

  private Visit visit(Run run, BoundCanvas canvas, Step step, List<PortAudience> all) {
    Map<String, Audience> ports = new HashMap<>();
    Map<String, Map<String, Audience>> reasons = new HashMap<>();
    for (PortAudience port : all) {
      if (port.cohort() == step.cohort() && port.node().equals(step.node())) {
        Audience people = steps.audience(run.workspace(), port);
        if (port.isWholePort()) {
          ports.put(port.port(), people);
        } else {
          reasons.computeIfAbsent(port.port(), key -> new HashMap<>()).put(port.reason(), people);
        }
      }
    }
    Audience arrived =
        step.state() == Step.State.DONE
            ? Audience.unionOf(List.copyOf(ports.values()))
            : before(run, canvas, step, all);
    return new Visit(step.cohort(), step.node(), step.instant(), arrived, ports, reasons);
  }

  /** Who left the nodes before towards this one. */
  private Audience before(Run run, BoundCanvas canvas, Step step, List<PortAudience> all) {
    return Audience.unionOf(
        all.stream()
            .filter(port -> port.cohort() == step.cohort() && port.isWholePort())
            .filter(
                port ->
                    canvas.into(step.node()).stream()
                        .anyMatch(
                            wire ->
                                wire.source().equals(port.node())
                                    && wire.sourcePort().equals(port.port())))
            .map(port -> steps.audience(run.workspace(), port))
            .toList());
  }
}
