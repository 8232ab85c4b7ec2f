package io.sluice.engine.step;

import io.sluice.node.ActionContext;
import io.sluice.node.People;
import io.sluice.node.SeededOrder;
import io.sluice.node.SetWrite;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** What one node knows during one step; collects what it writes. */
final class StepContext implements ActionContext {
  private final StepRequest request;
  private final People people;
  private final List<SetWrite> writes = new ArrayList<>();

  StepContext(StepRequest request, People people) {
    this.request = request;
    this.people = people;
  }

  List<SetWrite> writes() {
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
  public SeededOrder order() {
    return SeededOrder.of(request.seeds().run(), nodeId());
  }

  @Override
  public SeededOrder orderOfAllRuns() {
    return SeededOrder.of(request.seeds().campaign(), nodeId());
  }

  @Override
  public void write(SetWrite write) {
    if (writes.stream().anyMatch(other -> other.set().equals(write.set()))) {
      throw new IllegalStateException(
          "Node '%s' writes %s twice in one step".formatted(nodeId(), write.set()));
    }
    writes.add(write);
  }
}
