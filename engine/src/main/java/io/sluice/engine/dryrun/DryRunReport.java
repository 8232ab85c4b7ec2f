package io.sluice.engine.dryrun;

import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.canvas.CanvasProblem;
import io.sluice.engine.money.MoneyForecast;
import io.sluice.engine.step.StepResult;
import io.sluice.node.ActionNode;
import io.sluice.node.Audience;
import io.sluice.node.SourceNode;
import io.sluice.node.TimeNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Puts the forecasts of all nodes together. */
final class DryRunReport {
  private DryRunReport() {}

  static DryRunResult of(
      BoundCanvas canvas,
      Map<String, NodeOutlook> nodes,
      MoneyForecast money,
      List<CanvasProblem> warnings,
      boolean dated) {
    List<Audience> entered = new ArrayList<>();
    List<DryRunResult.NodeForecast> rows = new ArrayList<>();
    BigDecimal cost = BigDecimal.ZERO;
    BigDecimal highestCost = BigDecimal.ZERO;
    for (Map.Entry<String, NodeOutlook> node : nodes.entrySet()) {
      StepResult result = node.getValue().result();
      if (canvas.node(node.getKey()).type() instanceof SourceNode) {
        entered.addAll(result.ports().values());
      }
      cost = cost.add(result.cost());
      highestCost = highestCost.add(result.highestCost());
      rows.add(
          row(
              canvas,
              node.getKey(),
              node.getValue(),
              UpTo.of(canvas, node.getKey(), one -> nodes.get(one).result())));
    }
    Map<String, StepResult> results = new LinkedHashMap<>();
    nodes.forEach((node, forecast) -> results.put(node, forecast.result()));
    List<String> notes = new ArrayList<>();
    if (dated) {
      notes.add(
          "Orders, registrations, tags and segments are as of the given instant; profile and"
              + " custom attributes are as they are now.");
    }
    if (rows.stream().anyMatch(row -> !row.upTo().isEmpty())) {
      notes.add(
          "Some numbers depend on what people will do; they are upper bounds, and so is what they"
              + " cost.");
    }
    return new DryRunResult(
        Audience.unionOf(entered).size(),
        cost,
        highestCost,
        rows,
        money,
        SameReadersCount.in(warnings, canvas, results),
        notes);
  }

  private static DryRunResult.NodeForecast row(
      BoundCanvas canvas, String node, NodeOutlook forecast, Set<String> upTo) {
    StepResult result = forecast.result();
    return new DryRunResult.NodeForecast(
        node,
        canvas.drawn(node).shownName(),
        canvas.drawn(node).type(),
        result.in(),
        forecast.sizes(),
        upTo,
        sizes(result.reasons().getOrDefault(ActionNode.SUPPRESSED, Map.of())),
        sizes(result.reasons().getOrDefault(ActionNode.FAILED, Map.of())),
        result.units(),
        result.cost(),
        result.highestCost(),
        forecast.instant(),
        releaseAt(canvas, node, result),
        releases(result),
        sends(result));
  }

  private static Instant releaseAt(BoundCanvas canvas, String node, StepResult result) {
    boolean waits = canvas.node(node).type() instanceof TimeNode;
    if (!result.releases().isEmpty()) {
      return result.releases().lastKey();
    }
    return waits && canvas.node(node).releasePort().isEmpty() ? result.release() : null;
  }

  private static List<DryRunResult.SendTime> releases(StepResult result) {
    return result.releases().entrySet().stream()
        .map(one -> new DryRunResult.SendTime(one.getKey(), one.getValue().size()))
        .toList();
  }

  private static List<DryRunResult.SendTime> sends(StepResult result) {
    Map<Instant, Integer> people = new TreeMap<>();
    result
        .messages()
        .forEach(group -> people.merge(group.due(), group.members().size(), Integer::sum));
    return people.entrySet().stream()
        .map(one -> new DryRunResult.SendTime(one.getKey(), one.getValue()))
        .toList();
  }

  private static Map<String, Integer> sizes(Map<String, Audience> audiences) {
    Map<String, Integer> sizes = new LinkedHashMap<>();
    audiences.forEach((key, audience) -> sizes.put(key, audience.size()));
    return sizes;
  }
}
