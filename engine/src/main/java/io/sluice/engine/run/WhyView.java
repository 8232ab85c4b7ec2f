package io.sluice.engine.run;

import io.sluice.node.Text;
import java.time.Instant;
import java.util.List;

/**
 * The way of one person through a run.
 *
 * @param member the key of the member; null for a guest
 * @param nodes the nodes the member came to, in order
 * @param notReached the nodes the member did not come to, each with the place where the way there
 *     was left
 */
record WhyView(String member, List<Reached> nodes, List<NotReached> notReached) {
  /**
   * A node the member came to.
   *
   * @param leftBy the port, or null while the member is still there
   * @param reason why, where the port keeps reasons
   */
  record Reached(
      String node, String name, Instant at, String leftBy, String reason, Text sentence) {}

  /** A node the member did not come to. */
  record NotReached(String node, String name, Text sentence) {}
}
