package io.sluice.engine.step;

import io.sluice.engine.delivery.gate.TimeZones;
import io.sluice.engine.segment.RulePeople;
import io.sluice.node.ActionContext;
import io.sluice.node.Audience;
import io.sluice.node.Dates;
import io.sluice.node.People;
import io.sluice.node.Rewards;
import io.sluice.node.SeededOrder;
import io.sluice.node.Write;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What one node knows during one step; collects what it writes. */
final class StepContext implements ActionContext {
  private final StepRequest request;
  private final People people;
  private final RulePeople facts;
  private final Rewards rewards;
  private final TimeZones zones;
  private final List<Write> writes = new ArrayList<>();

  /**
   * The context of one step.
   *
   * @param people as the node may guess them to be
   * @param facts as they are known
   * @param rewards what they have, or may have
   */
  StepContext(
      StepRequest request, People people, RulePeople facts, Rewards rewards, TimeZones zones) {
    this.request = request;
    this.people = people;
    this.facts = facts;
    this.rewards = rewards;
    this.zones = zones;
  }

  List<Write> writes() {
    return writes;
  }

  @Override
  public String nodeId() {
    return request.node().id();
  }

  @Override
  public Instant instant() {
    return request.pin().instant();
  }

  @Override
  public ZoneId zone() {
    return request.workspace().zone();
  }

  @Override
  public People people() {
    return people;
  }

  @Override
  public Rewards rewards() {
    return rewards;
  }

  @Override
  public Dates dates() {
    return facts.dates();
  }

  @Override
  public Map<ZoneId, Audience> zones(Audience who) {
    return zones.of(request.workspace(), who, people);
  }

  @Override
  public Instant enteredAt() {
    return request.past().enteredAt();
  }

  @Override
  public SeededOrder order() {
    return SeededOrder.of(request.seeds().run(), nodeId());
  }

  @Override
  public SeededOrder orderOfAllRuns() {
    return SeededOrder.of(request.seeds().campaign(), nodeId());
  }

  @Override
  public void write(Write write) {
    if (writes.stream().anyMatch(other -> other.target().equals(write.target()))) {
      throw new IllegalStateException(
          "Node '%s' writes %s twice in one step".formatted(nodeId(), write.target()));
    }
    writes.add(write);
  }
}
