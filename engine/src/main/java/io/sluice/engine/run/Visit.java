package io.sluice.engine.run;

import io.sluice.node.Audience;
import java.time.Instant;
import java.util.Map;

/**
 * A cohort at a node.
 *
 * @param cohort the cohort, which also names the entry
 * @param node the node
 * @param instant when the cohort came, in the time of the run
 * @param arrived who came
 * @param ports who left, by port; nothing yet of those who are still there
 * @param reasons the same by port and reason, where people left for one
 */
public record Visit(
    long cohort,
    String node,
    Instant instant,
    Audience arrived,
    Map<String, Audience> ports,
    Map<String, Map<String, Audience>> reasons) {
  /** Who left by a port. */
  public Audience at(String port) {
    return ports.getOrDefault(port, Audience.empty());
  }

  /** Who left by a port for a reason. */
  public Audience at(String port, String reason) {
    return reasons.getOrDefault(port, Map.of()).getOrDefault(reason, Audience.empty());
  }
}
