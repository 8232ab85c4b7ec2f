package io.sluice.engine.run;

import io.sluice.engine.bpmn.CohortRef;
import io.sluice.engine.bpmn.Entry;
import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.canvas.Wire;
import io.sluice.engine.member.Erasures;
import io.sluice.engine.step.StepInputs;
import io.sluice.node.Audience;
import io.sluice.node.Inputs;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who comes to a node with a cohort, and when. */
@Component
class Arrivals {
  private final RunStore runs;
  private final StepStore steps;
  private final ReceiptWaitStore waits;
  private final Erasures erasures;

  Arrivals(RunStore runs, StepStore steps, ReceiptWaitStore waits, Erasures erasures) {
    this.runs = runs;
    this.steps = steps;
    this.waits = waits;
    this.erasures = erasures;
  }

  /** The audiences of the ports before, without those who were erased since. */
  Inputs of(Run run, CohortRef cohort, BoundCanvas canvas, String node) {
    List<Wire> arrows = arrows(cohort, canvas, node);
    List<PortAudience> ports =
        steps.ports(cohort, arrows.stream().map(Wire::source).collect(Collectors.toSet()));
    Audience erased = erasures.of(run.workspace());
    return StepInputs.of(
        canvas.into(node),
        wire ->
            ports.stream()
                .filter(port -> arrows.contains(wire))
                .filter(port -> port.node().equals(wire.source()))
                .filter(port -> port.port().equals(wire.sourcePort()) && port.isWholePort())
                .findFirst()
                .map(port -> steps.audience(run.workspace(), port).minus(erased))
                .orElse(Audience.empty()));
  }

  /** As of when the conditions of the node are read: when they came, or waited for receipts. */
  Instant instant(Run run, CohortRef cohort, BoundCanvas canvas, String node) {
    Instant came = cameAt(run, cohort, canvas, node);
    return waits
        .find(cohort, node)
        .map(ReceiptWait::endedAt)
        .filter(ended -> ended.isAfter(came))
        .orElse(came);
  }

  /** The largest release instant before the node; for a source that of the cohort. */
  Instant cameAt(Run run, CohortRef cohort, BoundCanvas canvas, String node) {
    List<String> sources = arrows(cohort, canvas, node).stream().map(Wire::source).toList();
    return steps.find(cohort, sources).stream()
        .map(Step::release)
        .max(Instant::compareTo)
        .orElse(run.instant());
  }

  /** The arrows along which people of the cohort come: others of the run come by the others. */
  private List<Wire> arrows(CohortRef cohort, BoundCanvas canvas, String node) {
    return Entry.releases(canvas)
        ? Entry.of(canvas, runs.cohort(cohort).entry()).arrowsInto(canvas, node)
        : canvas.into(node);
  }
}
