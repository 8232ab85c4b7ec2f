package io.sluice.engine.dryrun;

import io.sluice.engine.bpmn.CohortRef;
import io.sluice.engine.bpmn.CompiledCanvas;
import io.sluice.engine.bpmn.DryRunProcesses;
import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.segment.Pin;
import io.sluice.engine.step.ReceiptWindows;
import io.sluice.engine.step.Seeds;
import io.sluice.engine.step.StepEvaluator;
import io.sluice.engine.workspace.Workspace;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import org.springframework.stereotype.Component;

/** Runs the compiled process of a canvas in memory and in virtual time. Writes nothing. */
@Component
public class DryRunner {
  private final DryRunProcesses processes;
  private final StepEvaluator evaluator;
  private final ReceiptWindows windows;
  private final Clock clock;

  DryRunner(
      DryRunProcesses processes, StepEvaluator evaluator, ReceiptWindows windows, Clock clock) {
    this.processes = processes;
    this.evaluator = evaluator;
    this.windows = windows;
    this.clock = clock;
  }

  /**
   * Forecasts every node of a canvas.
   *
   * @param pin when the people would enter
   * @param progress told the number of nodes done before each step; where it says no the dry run is
   *     given up
   * @return the forecast of each node, or an empty map where it was given up
   * @throws io.sluice.node.NodeFailure if a node cannot be computed
   */
  public Map<String, NodeOutlook> run(
      Workspace workspace,
      BoundCanvas canvas,
      CompiledCanvas compiled,
      Pin pin,
      Seeds seeds,
      IntPredicate progress) {
    VirtualRun virtual = new VirtualRun(windows, workspace, canvas, pin, seeds, clock.instant());
    Forecasting forecasting = new Forecasting(evaluator, canvas, virtual);
    CohortRef cohort = new CohortRef(workspace.id().value(), 0, 0);
    boolean complete =
        processes.run(
            compiled, cohort, forecasting, virtual, () -> progress.test(virtual.nodesDone()));
    if (!complete) {
      return Map.of();
    }
    if (!forecasting.ended()) {
      throw new IllegalStateException("The processes of the dry run did not come to their end");
    }
    Map<String, NodeOutlook> byNode = NodeOutlook.byNode(virtual);
    Map<String, NodeOutlook> forecasts = new LinkedHashMap<>();
    for (String node : canvas.order()) {
      forecasts.put(
          node, byNode.getOrDefault(node, NodeOutlook.nobody(canvas.node(node), pin.instant())));
    }
    return forecasts;
  }
}
