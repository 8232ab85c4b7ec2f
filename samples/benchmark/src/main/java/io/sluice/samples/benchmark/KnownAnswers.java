package io.sluice.samples.benchmark;

import io.sluice.node.Audience;
import io.sluice.node.Dates;
import io.sluice.node.NodeContext;
import io.sluice.node.People;
import io.sluice.node.Rewards;
import io.sluice.node.Rule;
import io.sluice.node.SeededOrder;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;

/** A context that has the answers to some rules ready. */
record KnownAnswers(Map<String, Audience> answers) implements NodeContext, People {
  @Override
  public String nodeId() {
    return "node";
  }

  @Override
  public Instant instant() {
    return Bench.NOW;
  }

  @Override
  public ZoneId zone() {
    return ZoneOffset.UTC;
  }

  @Override
  public People people() {
    return this;
  }

  @Override
  public Dates dates() {
    throw new IllegalStateException("None of the nodes that are measured asks for dates");
  }

  @Override
  public Map<ZoneId, Audience> zones(Audience people) {
    return Map.of(zone(), people);
  }

  @Override
  public Instant enteredAt() {
    return instant();
  }

  @Override
  public SeededOrder order() {
    return SeededOrder.of(1, nodeId());
  }

  @Override
  public SeededOrder orderOfAllRuns() {
    return order();
  }

  @Override
  public Audience all() {
    return Audience.unionOf(answers.values());
  }

  @Override
  public Audience matching(Rule rule) {
    return answers.get(rule.json());
  }

  @Override
  public Audience segment(String key) {
    throw new IllegalArgumentException(key);
  }

  @Override
  public Audience list(String key) {
    throw new IllegalArgumentException(key);
  }

  @Override
  public Rewards rewards() {
    throw new IllegalStateException("None of the nodes that are measured gives anything");
  }
}
