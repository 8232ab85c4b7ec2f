package io.sluice.engine.run;

import io.sluice.engine.bpmn.CohortRef;
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
  private final StepStore steps;
  private final ReceiptWaitStore waits;
  private final Erasures erasures;

  Arrivals(StepStore steps, ReceiptWaitStore waits, Erasures erasures) {
    this.steps = steps;
    this.waits = waits;
    this.erasures = erasures;
  }

  /** The audiences of the ports before, without those who were erased since. */
  Inputs of(Run run, CohortRef cohort, BoundCanvas canvas, String node) {
    List<Wire> wires = canvas.into(node);
    List<PortAudience> ports =
        steps.ports(cohort, wires.stream().map(Wire::source).collect(Collectors.toSet()));
    Audience erased = erasures.of(run.workspace());
    return StepInputs.of(
        wires,
        wire ->
            ports.stream()
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
    return steps.find(cohort, canvas.into(node).stream().map(Wire::source).toList()).stream()
        .map(Step::release)
        .max(Instant::compareTo)
        .orElse(run.instant());
  }
}
