package io.sluice.engine.step;

import io.sluice.engine.delivery.gate.Admission;
import io.sluice.node.Audience;
import io.sluice.node.SetWrite;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a node made of the people who arrived.
 *
 * @param in how many arrived
 * @param ports who leaves by each out-port; every port of the node is named
 * @param reasons of a port, its people by the reason why they are there
 * @param release when they leave
 * @param writes the sets it writes
 * @param messages who gets a message and when; those of a forecast are among {@code ports} as done
 * @param units what an action uses, for example message parts
 * @param cost what an action costs
 */
public record StepResult(
    int in,
    Map<String, Audience> ports,
    Map<String, Map<String, Audience>> reasons,
    Instant release,
    List<SetWrite> writes,
    List<Admission.Group> messages,
    long units,
    BigDecimal cost) {
  /** Who leaves by the port; nobody by one that the node does not have. */
  public Audience at(String port) {
    return ports.getOrDefault(port, Audience.empty());
  }
}
