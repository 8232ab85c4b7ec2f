package io.sluice.engine.segment.leaf;

import io.sluice.engine.member.Attribute;
import io.sluice.engine.member.ProfileField;
import io.sluice.engine.segment.rule.FactFilter;
import io.sluice.engine.segment.rule.FactMetric;
import io.sluice.engine.segment.rule.ValueTest;
import io.sluice.engine.segment.rule.Window;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A question about members that needs no clock and no calendar: every instant in it is absolute, so
 * that equal leaves have equal answers as long as the data stay the same.
 */
public sealed interface Leaf {
  /** Everybody registered by an instant and not erased. */
  record Everybody(Instant registeredUntil) implements Leaf {}

  /** Whose profile field passes the test; no {@link ValueTest.DaysAgo} is left in it. */
  record Profile(ProfileField field, ValueTest test) implements Leaf {}

  /** Whose key is one of these. */
  record Keys(Set<String> keys) implements Leaf {}

  /** Whose custom attribute passes the test; no {@link ValueTest.DaysAgo} is left in it. */
  record Custom(Attribute attribute, ValueTest test) implements Leaf {}

  /**
   * Whose date falls on one of some days of the year.
   *
   * @param attribute the date; the birth date where it is empty
   * @param days the days, as month * 100 + day
   */
  record DaysOfYear(Optional<Attribute> attribute, List<DayRange> days) implements Leaf {}

  /** Days of the year from one to another, both included, as month * 100 + day. */
  record DayRange(int from, int to) {}

  /** Who had agreed to a channel at an instant, and not withdrawn. */
  record Consent(String channel, Instant at) implements Leaf {}

  /** Who has an order or event in the span. */
  record Happened(FactFilter filter, Window.Span span) implements Leaf {}

  /** Who has one in the span, and whose orders or events in it pass a test on a number. */
  record FactNumber(FactMetric metric, ValueTest test, FactFilter filter, Window.Span span)
      implements Leaf {}
}
