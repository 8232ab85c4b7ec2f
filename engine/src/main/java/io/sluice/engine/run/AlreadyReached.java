package io.sluice.engine.run;

import io.sluice.engine.bpmn.CohortRef;
import io.sluice.engine.bpmn.Entry;
import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.node.Audience;
import java.util.List;
import org.springframework.stereotype.Component;

/** Knows who came to an action before, in another cohort of the same run. */
@Component
class AlreadyReached {
  private final RunStore runs;
  private final StepStore steps;
  private final Arrivals arrivals;

  AlreadyReached(RunStore runs, StepStore steps, Arrivals arrivals) {
    this.runs = runs;
    this.steps = steps;
    this.arrivals = arrivals;
  }

  /**
   * Who came to the node before. Until the transaction ends no other cohort comes to an action of
   * the run, so that of two at the same time one is the first.
   */
  Audience at(Run run, CohortRef cohort, BoundCanvas canvas, String node) {
    if (!canvas.node(node).acts() || !Entry.releases(canvas)) {
      return Audience.empty();
    }
    runs.lockActions(run);
    return Audience.unionOf(
        steps.ofNode(run, node).stream()
            .filter(step -> step.cohort() != cohort.cohort())
            .map(step -> arrived(run, canvas, step))
            .toList());
  }

  private Audience arrived(Run run, BoundCanvas canvas, Step step) {
    CohortRef there = new CohortRef(run.workspace().value(), run.id(), step.cohort());
    return step.state() == Step.State.DONE
        ? Audience.unionOf(
            steps.ports(there, List.of(step.node())).stream()
                .filter(PortAudience::isWholePort)
                .map(port -> steps.audience(run.workspace(), port))
                .toList())
        : arrivals.of(run, there, canvas, step.node()).union();
  }
}
