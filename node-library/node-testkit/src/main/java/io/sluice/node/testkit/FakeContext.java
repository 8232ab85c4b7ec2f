package io.sluice.node.testkit;

import io.sluice.node.ActionContext;
import io.sluice.node.People;
import io.sluice.node.Rewards;
import io.sluice.node.SeededOrder;
import io.sluice.node.Write;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** A context with a fixed instant, which keeps what was written and whether people were drawn. */
final class FakeContext implements ActionContext {
  private static final String NODE = "node";
  private final Instant instant;
  private final ZoneId zone;
  private final People people;
  private final Rewards rewards;
  private final long seed;
  private final List<Write> writes = new ArrayList<>();
  private boolean drew;

  FakeContext(Instant instant, ZoneId zone, People people, Rewards rewards, long seed) {
    this.instant = instant;
    this.zone = zone;
    this.people = people;
    this.rewards = rewards;
    this.seed = seed;
  }

  List<Write> writes() {
    return List.copyOf(writes);
  }

  boolean drew() {
    return drew;
  }

  @Override
  public String nodeId() {
    return NODE;
  }

  @Override
  public Instant instant() {
    return instant;
  }

  @Override
  public ZoneId zone() {
    return zone;
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
    drew = true;
    return SeededOrder.of(seed, NODE);
  }

  @Override
  public SeededOrder orderOfAllRuns() {
    drew = true;
    return SeededOrder.of(0, NODE);
  }

  @Override
  public void write(Write write) {
    if (writes.stream().anyMatch(earlier -> earlier.target().equals(write.target()))) {
      throw new IllegalStateException(
          "The node wrote " + write.target() + " twice; put both changes in one write");
    }
    writes.add(write);
  }
}
