package io.sluice.engine.dryrun;

import io.sluice.engine.nodetype.BoundNode;
import io.sluice.engine.step.StepResult;
import io.sluice.node.Audience;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What all cohorts that come to a node make of it together.
 *
 * @param instant when the first comes, and as of when its conditions are read; null where none does
 * @param result of all of them; who comes twice counts twice among those who arrive
 * @param sizes how many leave by each port; who leaves twice counts twice
 */
public record NodeOutlook(Instant instant, StepResult result, Map<String, Integer> sizes) {
  /** What came of the steps of a run, by node, in the order in which the nodes came. */
  static Map<String, NodeOutlook> byNode(VirtualRun run) {
    Map<String, NodeOutlook> byNode = new LinkedHashMap<>();
    for (VirtualRun.Done step : run.done()) {
      NodeOutlook before = byNode.get(step.node());
      byNode.put(
          step.node(),
          before == null ? of(step.instant(), step.result()) : before.and(step.result()));
    }
    return byNode;
  }

  static NodeOutlook of(Instant instant, StepResult result) {
    Map<String, Integer> sizes = new LinkedHashMap<>();
    result.ports().forEach((port, people) -> sizes.put(port, people.size()));
    return new NodeOutlook(instant, result, sizes);
  }

  /** Nobody comes to the node. */
  static NodeOutlook nobody(BoundNode node, Instant instant) {
    Map<String, Audience> ports = new LinkedHashMap<>();
    node.ports().out().forEach(port -> ports.put(port.key(), Audience.empty()));
    NodeOutlook nobody = of(instant, StepResult.nothing(0, ports, instant));
    return new NodeOutlook(null, nobody.result(), nobody.sizes());
  }

  NodeOutlook and(StepResult other) {
    Map<String, Integer> both = new LinkedHashMap<>(sizes);
    other.ports().forEach((port, people) -> both.merge(port, people.size(), Integer::sum));
    return new NodeOutlook(instant, result.and(other), both);
  }
}
