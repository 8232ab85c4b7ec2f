package io.sluice.engine.segment;

import io.sluice.engine.segment.leaf.Leaf;
import io.sluice.engine.segment.rule.Condition;
import io.sluice.engine.segment.rule.FactMetric;
import io.sluice.engine.segment.rule.ValueTest;
import io.sluice.engine.segment.rule.Window;
import io.sluice.node.Audience;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;

/** Answers conditions on orders and events at one moment. */
final class FactReader {
  private static final BigDecimal MOST_DAYS = BigDecimal.valueOf(1_000_000);

  private final Moment moment;

  FactReader(Moment moment) {
    this.moment = moment;
  }

  Audience answer(Condition.Facts condition) {
    Window.Span span = condition.window().at(moment.instant(), moment.zone());
    return switch (condition.metric()) {
      case FIRST, LAST -> onInstant(condition, span, instants(condition.test()));
      case DAYS_SINCE_FIRST, DAYS_SINCE_LAST ->
          Audience.unionOf(
              daysSince(condition.test()).stream()
                  .map(range -> onInstant(condition, span, range))
                  .toList());
      default -> onNumber(condition, span);
    };
  }

  /** Members without any have the number 0 or none, depending on the metric. */
  private Audience onNumber(Condition.Facts original, Window.Span span) {
    Condition.Facts condition =
        new Condition.Facts(
            original.metric(),
            Numbers.asRange(original.test()),
            original.window(),
            original.filter());
    boolean none =
        condition.metric().zeroForNone() && Numbers.passes(BigDecimal.ZERO, condition.test());
    if (!none) {
      return number(condition, condition.test(), span);
    }
    if (condition.test() instanceof ValueTest.Range range && neverBelow(condition, range)) {
      // Who does not have too much: one question, where "some, and not too much" takes two.
      ValueTest.Bound tooMuch = new ValueTest.Bound(range.to().value(), !range.to().inclusive());
      return moment.everybody().minus(number(condition, new ValueTest.Range(tooMuch, null), span));
    }
    return moment
        .everybody()
        .minus(happened(condition, span))
        .union(number(condition, condition.test(), span));
  }

  private static boolean neverBelow(Condition.Facts condition, ValueTest.Range range) {
    return range.to() != null && (range.from() == null || condition.metric() == FactMetric.COUNT);
  }

  private Audience number(Condition.Facts condition, ValueTest test, Window.Span span) {
    if (span.isEmpty()) {
      return Audience.empty();
    }
    return condition.metric() == FactMetric.COUNT && Numbers.isAtLeastOne(test)
        ? happened(condition, span)
        : moment.answer(new Leaf.FactNumber(condition.metric(), test, condition.filter(), span));
  }

  private Audience happened(Condition.Facts condition, Window.Span span) {
    return span.isEmpty()
        ? Audience.empty()
        : moment.answer(new Leaf.Happened(condition.filter(), span));
  }

  /** The first one is in [from, to) if there is one before to, and none before from. */
  private Audience onInstant(Condition.Facts condition, Window.Span span, Window.Span wanted) {
    boolean first =
        condition.metric() == FactMetric.FIRST || condition.metric() == FactMetric.DAYS_SINCE_FIRST;
    if (first) {
      Audience soonEnough = happened(condition, span.before(wanted.to()));
      return wanted.from() == null
          ? soonEnough
          : soonEnough.minus(happened(condition, span.before(wanted.from())));
    }
    Audience lateEnough = happened(condition, span.from(wanted.from()));
    return wanted.to() == null
        ? lateEnough
        : lateEnough.minus(happened(condition, span.from(wanted.to())));
  }

  private Window.Span instants(ValueTest test) {
    ValueTest.Range range =
        test instanceof ValueTest.DaysAgo days
            ? moment.absolute(days, true)
            : (ValueTest.Range) test;
    return new Window.Span(
        range.from() == null ? null : edge(range.from(), !range.from().inclusive()),
        range.to() == null ? null : edge(range.to(), range.to().inclusive()));
  }

  private static Instant edge(ValueTest.Bound bound, boolean after) {
    Instant instant = (Instant) bound.value();
    return after ? instant.plus(Window.TICK) : instant;
  }

  /** The spans in which something is so many whole days old. */
  private List<Window.Span> daysSince(ValueTest test) {
    if (test instanceof ValueTest.OneOf oneOf) {
      return oneOf.values().stream()
          .map(BigDecimal.class::cast)
          .filter(days -> days.stripTrailingZeros().scale() <= 0)
          .map(days -> daysOld(days, days))
          .toList();
    }
    ValueTest.Range range = (ValueTest.Range) test;
    return List.of(
        daysOld(
            range.from() == null ? null : range.from().firstWhole(),
            range.to() == null ? null : range.to().lastWhole()));
  }

  private Window.Span daysOld(BigDecimal fewest, BigDecimal most) {
    return new Window.Span(
        most == null ? null : daysBefore(most.add(BigDecimal.ONE)).plus(Window.TICK),
        fewest == null ? null : daysBefore(fewest).plus(Window.TICK));
  }

  private Instant daysBefore(BigDecimal days) {
    BigDecimal bounded = days.min(MOST_DAYS).max(MOST_DAYS.negate());
    return moment.daysBefore(bounded.setScale(0, RoundingMode.UNNECESSARY).longValue());
  }
}
