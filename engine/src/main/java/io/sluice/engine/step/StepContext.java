package io.sluice.engine.step;

import io.sluice.node.ActionContext;
import io.sluice.node.People;
import io.sluice.node.Rewards;
import io.sluice.node.SeededOrder;
import io.sluice.node.Write;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** What one node knows during one step; collects what it writes. */
final class StepContext implements ActionContext {
  private final StepRequest request;
  private final People people;
  private final Rewards rewards;
  private final List<Write> writes = new ArrayList<>();

  StepContext(StepRequest request, People people, Rewards rewards) {
    this.request = request;
    this.people = people;
    this.rewards = rewards;
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
