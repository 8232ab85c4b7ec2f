package io.sluice.node.testkit;

import io.sluice.node.ActionContext;
import io.sluice.node.Audience;
import io.sluice.node.Dates;
import io.sluice.node.People;
import io.sluice.node.Rewards;
import io.sluice.node.SeededOrder;
import io.sluice.node.Write;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A context with a fixed instant, which keeps what was written and whether people were drawn. */
final class FakeContext implements ActionContext {
  private static final String NODE = "node";
  private final Instant instant;
  private final ZoneId zone;
  private final People people;
  private final Rewards rewards;
  private final FakeDates dates;
  private final long seed;
  private final List<Write> writes = new ArrayList<>();
  private boolean drew;

  FakeContext(
      Instant instant, ZoneId zone, People people, Rewards rewards, FakeDates dates, long seed) {
    this.instant = instant;
    this.zone = zone;
    this.people = people;
    this.rewards = rewards;
    this.dates = dates;
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
  public Dates dates() {
    return dates;
  }

  @Override
  public Map<ZoneId, Audience> zones(Audience people) {
    return dates.zones(people, zone);
  }

  /** A day before they arrive. */
  @Override
  public Instant enteredAt() {
    return instant.minus(Duration.ofDays(1));
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
