package io.sluice.engine.segment.rule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The time in which orders or events count; never later than the instant at which the rule is read.
 */
public sealed interface Window {
  /** The shortest time that is told apart. */
  Duration TICK = Duration.of(1, ChronoUnit.MICROS);

  /** Since ever. */
  Window ALWAYS = new Ever();

  /** The span in which they count for a rule that is read at an instant in a zone. */
  Span at(Instant instant, ZoneId zone);

  /**
   * A span of time.
   *
   * @param from the first instant, or null
   * @param to the first instant after it
   */
  record Span(Instant from, Instant to) {
    /** Whether there is no time in it. */
    public boolean isEmpty() {
      return from != null && !from.isBefore(to);
    }

    /** The part of it from an instant on; null changes nothing. */
    public Span from(Instant start) {
      return start == null || (from != null && from.isAfter(start)) ? this : new Span(start, to);
    }

    /** The part of it before an instant; null changes nothing. */
    public Span before(Instant end) {
      return end == null || end.isAfter(to) ? this : new Span(from, end);
    }
  }

  /** Since ever. */
  record Ever() implements Window {
    @Override
    public Span at(Instant instant, ZoneId zone) {
      return new Span(null, instant.plus(TICK));
    }
  }

  /**
   * Since the people entered the run, or since a node of it. Whoever reads the rule knows when that
   * was: without it everything counts.
   *
   * @param node the node; null for entering
   */
  record Since(String node) implements Window {
    @Override
    public Span at(Instant instant, ZoneId zone) {
      return ALWAYS.at(instant, zone);
    }
  }

  /** The last so much time: later than the instant minus the length. */
  record Last(Duration length) implements Window {
    @Override
    public Span at(Instant instant, ZoneId zone) {
      return new Span(instant.minus(length).plus(TICK), instant.plus(TICK));
    }
  }

  /** From an instant or day on, and before an instant or to the end of a day. */
  record Between(Edge from, Edge to) implements Window {
    @Override
    public Span at(Instant instant, ZoneId zone) {
      return new Span(null, instant.plus(TICK))
          .from(from == null ? null : from.start(zone))
          .before(to == null ? null : to.end(zone));
    }
  }

  /** An instant, or a day in the workspace's zone; the other one is null. */
  record Edge(Instant instant, LocalDate day) {
    Instant start(ZoneId zone) {
      return day == null ? instant : day.atStartOfDay(zone).toInstant();
    }

    Instant end(ZoneId zone) {
      return day == null ? instant : day.plusDays(1).atStartOfDay(zone).toInstant();
    }
  }

  /** A span of the calendar in the workspace's zone. */
  record Calendar(Period period) implements Window {
    @Override
    public Span at(Instant instant, ZoneId zone) {
      ZonedDateTime now = instant.atZone(zone);
      LocalDate start = period.start(now.toLocalDate());
      LocalDate end = period.end(start);
      return new Span(start.atStartOfDay(zone).toInstant(), instant.plus(TICK))
          .before(end.atStartOfDay(zone).toInstant());
    }
  }

  /** The spans of the calendar; a week begins on Monday. */
  enum Period {
    TODAY(ChronoUnit.DAYS, 0),
    YESTERDAY(ChronoUnit.DAYS, 1),
    THIS_WEEK(ChronoUnit.WEEKS, 0),
    LAST_WEEK(ChronoUnit.WEEKS, 1),
    THIS_MONTH(ChronoUnit.MONTHS, 0),
    LAST_MONTH(ChronoUnit.MONTHS, 1),
    THIS_QUARTER(IsoFields.QUARTER_YEARS, 0),
    LAST_QUARTER(IsoFields.QUARTER_YEARS, 1),
    THIS_YEAR(ChronoUnit.YEARS, 0),
    LAST_YEAR(ChronoUnit.YEARS, 1);

    private final java.time.temporal.TemporalUnit unit;
    private final int back;

    Period(java.time.temporal.TemporalUnit unit, int back) {
      this.unit = unit;
      this.back = back;
    }

    /** The name in rules, such as {@code this-month}. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The period of that name. */
    public static Optional<Period> of(String key) {
      return Arrays.stream(values()).filter(period -> period.key().equals(key)).findFirst();
    }

    LocalDate start(LocalDate today) {
      LocalDate current =
          switch (this) {
            case TODAY, YESTERDAY -> today;
            case THIS_WEEK, LAST_WEEK ->
                today.with(TemporalAdjusters.previousOrSame(java.time.DayOfWeek.MONDAY));
            case THIS_MONTH, LAST_MONTH -> today.withDayOfMonth(1);
            case THIS_QUARTER, LAST_QUARTER -> today.with(IsoFields.DAY_OF_QUARTER, 1);
            case THIS_YEAR, LAST_YEAR -> today.withDayOfYear(1);
          };
      return current.minus(back, unit);
    }

    LocalDate end(LocalDate start) {
      return start.plus(1, unit);
    }
  }
}
