package io.sluice.engine.step;

import io.sluice.engine.delivery.gate.Admission;
import io.sluice.engine.money.Need;
import io.sluice.node.Audience;
import io.sluice.node.Write;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a node made of the people who arrived.
 *
 * @param in how many arrived
 * @param ports who leaves by each out-port; every port of the node is named. Where that is
 *     undecided, whoever may leave: the number is an upper bound
 * @param surely who leaves by each out-port whatever happens
 * @param reasons of a port, its people by the reason why they are there
 * @param release when they leave
 * @param writes what it writes about people
 * @param messages who gets a message and when; those of a forecast are among {@code ports} as done
 * @param needs what a message node uses of each gateway
 * @param units what an action uses, for example message parts
 * @param cost what an action costs
 * @param highestCost what it costs at most, where people decide later what it costs
 */
public record StepResult(
    int in,
    Map<String, Audience> ports,
    Map<String, Audience> surely,
    Map<String, Map<String, Audience>> reasons,
    Instant release,
    List<Write> writes,
    List<Admission.Group> messages,
    List<Need> needs,
    long units,
    BigDecimal cost,
    BigDecimal highestCost) {
  /** The reason of those whom a node passed over: they leave by the main port. */
  public static final String SKIPPED = "skipped";

  /** Who leaves by the port; nobody by one that the node does not have. */
  public Audience at(String port) {
    return ports.getOrDefault(port, Audience.empty());
  }

  /** The same, of whose people only some surely leave. */
  StepResult surely(Map<String, Audience> byPort) {
    return with(ports, byPort);
  }

  /** The same where it may also turn out otherwise: whoever leaves by a port in one of them may. */
  StepResult or(List<StepResult> others) {
    Map<String, Audience> possibly = new LinkedHashMap<>(ports);
    Map<String, Audience> surely = new LinkedHashMap<>(ports);
    for (StepResult other : others) {
      possibly.replaceAll((port, people) -> people.union(other.at(port)));
      surely.replaceAll((port, people) -> people.intersect(other.at(port)));
    }
    return with(possibly, surely);
  }

  private StepResult with(Map<String, Audience> possibly, Map<String, Audience> certainly) {
    return new StepResult(
        in,
        possibly,
        certainly,
        reasons,
        release,
        writes,
        messages,
        needs,
        units,
        cost,
        highestCost);
  }

  /** Who leaves by the port whatever happens. */
  public Audience surelyAt(String port) {
    return surely.getOrDefault(port, Audience.empty());
  }

  /** The ports of which it is undecided who leaves by them. */
  public Set<String> undecided() {
    return ports.keySet().stream()
        .filter(port -> !at(port).equals(surelyAt(port)))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
