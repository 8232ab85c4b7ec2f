package io.sluice.engine.step;

import io.sluice.engine.delivery.gate.Admission;
import io.sluice.engine.money.Need;
import io.sluice.node.Audience;
import io.sluice.node.Write;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
 * @param sureWrites the same about those alone about whom it surely does; {@code writes} itself
 *     where nothing is undecided
 * @param messages who gets a message and when; those of a forecast are among {@code ports} as done
 * @param needs what a message node uses of each gateway, or what the rewards of a node cost
 * @param units what an action uses, for example message parts
 * @param cost what an action costs
 * @param releases who leaves when, where people leave in cohorts of their own; whoever may leave
 *     where that is undecided
 * @param highestCost what it costs at most, where people decide later what it costs
 */
public record StepResult(
    int in,
    Map<String, Audience> ports,
    Map<String, Audience> surely,
    Map<String, Map<String, Audience>> reasons,
    Instant release,
    List<Write> writes,
    List<Write> sureWrites,
    List<Admission.Group> messages,
    List<Need> needs,
    long units,
    BigDecimal cost,
    BigDecimal highestCost,
    SortedMap<Instant, Audience> releases) {
  /** The reason of those whom a node passed over: they leave by the main port. */
  public static final String SKIPPED = "skipped";

  /** The reason of those on whom a node acted before, when they came to it in another cohort. */
  public static final String ALREADY_REACHED = "already-reached";

  /** The people of a cohort who come out of the port by which they were released. */
  public static StepResult released(
      String port, Audience possibly, Audience certainly, Instant release) {
    return nothing(possibly.size(), Map.of(port, possibly), release)
        .surely(Map.of(port, certainly));
  }

  /** People leave, and nothing else happens. */
  public static StepResult nothing(int in, Map<String, Audience> ports, Instant release) {
    return new StepResult(
        in,
        ports,
        ports,
        Map.of(),
        release,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        0,
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        Collections.emptySortedMap());
  }

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
    return with(possibly, surely, SureWrites.of(writes, others));
  }

  private StepResult with(Map<String, Audience> possibly, Map<String, Audience> certainly) {
    return with(possibly, certainly, sureWrites);
  }

  private StepResult with(
      Map<String, Audience> possibly, Map<String, Audience> certainly, List<Write> sure) {
    return new StepResult(
        in,
        possibly,
        certainly,
        reasons,
        release,
        writes,
        sure,
        messages,
        needs,
        units,
        cost,
        highestCost,
        releases);
  }

  /** The same with people who leave when their own time comes. */
  StepResult releasing(SortedMap<Instant, Audience> when) {
    return new StepResult(
        in,
        ports,
        surely,
        reasons,
        release,
        writes,
        sureWrites,
        messages,
        needs,
        units,
        cost,
        highestCost,
        when);
  }

  /** What two cohorts made of one node, together. */
  public StepResult and(StepResult other) {
    SortedMap<Instant, Audience> when = new TreeMap<>(releases);
    other.releases.forEach((instant, people) -> when.merge(instant, people, Audience::union));
    return new StepResult(
        in + other.in,
        union(ports, other.ports),
        union(surely, other.surely),
        reasons(other),
        release.isAfter(other.release) ? release : other.release,
        join(writes, other.writes),
        join(sureWrites, other.sureWrites),
        join(messages, other.messages),
        join(needs, other.needs),
        units + other.units,
        cost.add(other.cost),
        highestCost.add(other.highestCost),
        when);
  }

  private Map<String, Map<String, Audience>> reasons(StepResult other) {
    Map<String, Map<String, Audience>> both = new LinkedHashMap<>(reasons);
    other.reasons.forEach((port, byReason) -> both.merge(port, byReason, StepResult::union));
    return both;
  }

  private static Map<String, Audience> union(
      Map<String, Audience> one, Map<String, Audience> other) {
    Map<String, Audience> both = new LinkedHashMap<>(one);
    other.forEach((key, people) -> both.merge(key, people, Audience::union));
    return both;
  }

  private static <T> List<T> join(List<T> one, List<T> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
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
