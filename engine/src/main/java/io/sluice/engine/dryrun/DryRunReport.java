package io.sluice.engine.dryrun;

import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.canvas.CanvasProblem;
import io.sluice.engine.step.StepResult;
import io.sluice.node.ActionNode;
import io.sluice.node.Audience;
import io.sluice.node.SourceNode;
import io.sluice.node.TimeNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts the forecasts of all nodes together. */
final class DryRunReport {
  private DryRunReport() {}

  static DryRunResult of(
      BoundCanvas canvas,
      Map<String, DryRunner.Forecast> nodes,
      List<CanvasProblem> warnings,
      boolean dated) {
    List<Audience> entered = new ArrayList<>();
    List<DryRunResult.NodeForecast> rows = new ArrayList<>();
    BigDecimal cost = BigDecimal.ZERO;
    for (Map.Entry<String, DryRunner.Forecast> node : nodes.entrySet()) {
      StepResult result = node.getValue().result();
      if (canvas.node(node.getKey()).type() instanceof SourceNode) {
        entered.addAll(result.ports().values());
      }
      cost = cost.add(result.cost());
      rows.add(row(canvas, node.getKey(), node.getValue()));
    }
    List<String> notes =
        dated
            ? List.of(
                "Orders, registrations, tags and segments are as of the given instant; profile and"
                    + " custom attributes are as they are now.")
            : List.of();
    return new DryRunResult(Audience.unionOf(entered).size(), cost, rows, warnings, notes);
  }

  private static DryRunResult.NodeForecast row(
      BoundCanvas canvas, String node, DryRunner.Forecast forecast) {
    StepResult result = forecast.result();
    return new DryRunResult.NodeForecast(
        node,
        canvas.drawn(node).shownName(),
        canvas.drawn(node).type(),
        result.in(),
        sizes(result.ports()),
        sizes(result.reasons().getOrDefault(ActionNode.SUPPRESSED, Map.of())),
        result.units(),
        result.cost(),
        forecast.instant(),
        canvas.node(node).type() instanceof TimeNode ? result.release() : null);
  }

  private static Map<String, Integer> sizes(Map<String, Audience> audiences) {
    Map<String, Integer> sizes = new LinkedHashMap<>();
    audiences.forEach((key, audience) -> sizes.put(key, audience.size()));
    return sizes;
  }
}
