package io.sluice.engine.segment;

import io.sluice.engine.segment.leaf.Leaf;
import io.sluice.engine.segment.rule.ValueTest;
import io.sluice.node.Audience;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Function;

/**
 * When and where rules are read, and how leaves are answered then.
 *
 * @param instant in whole microseconds
 * @param zone the time zone of the workspace
 */
record Moment(
    Instant instant, ZoneId zone, LifecycleThresholds thresholds, Function<Leaf, Audience> leaves) {

  Audience answer(Leaf leaf) {
    return leaves.apply(leaf);
  }

  Audience everybody() {
    return answer(new Leaf.Everybody(instant));
  }

  LocalDate today() {
    return LocalDate.ofInstant(instant, zone);
  }

  /** So many times 24 hours earlier. */
  Instant daysBefore(long days) {
    return instant.minus(Duration.ofDays(days));
  }

  /** The test without reference to this moment. */
  ValueTest absolute(ValueTest test, boolean instants) {
    return test instanceof ValueTest.DaysAgo days ? absolute(days, instants) : test;
  }

  /** The days as a range of instants, or of dates. */
  ValueTest.Range absolute(ValueTest.DaysAgo days, boolean instants) {
    return new ValueTest.Range(
        days.lessThan() == null ? null : new ValueTest.Bound(ago(days.lessThan(), instants), false),
        days.atLeast() == null ? null : new ValueTest.Bound(ago(days.atLeast(), instants), true));
  }

  private Comparable<?> ago(int days, boolean instants) {
    return instants ? daysBefore(days) : today().minusDays(days);
  }
}
