package io.sluice.node.testkit;

import io.sluice.node.Audience;
import io.sluice.node.Outputs;
import io.sluice.node.Write;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a node did.
 *
 * @param outputs who left by which port
 * @param writes what it wrote
 * @param release when people go on, where the node makes them wait together
 * @param releases who goes on when, where people leave it at instants of their own
 */
public record NodeResult(
    Outputs outputs,
    List<Write> writes,
    Optional<Instant> release,
    Map<Instant, Audience> releases) {
  static NodeResult of(Outputs outputs) {
    return new NodeResult(outputs, List.of(), Optional.empty(), Map.of());
  }

  /** Who left by the port. */
  public Audience at(String port) {
    return outputs.at(port);
  }
}
