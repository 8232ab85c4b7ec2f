package io.sluice.engine.analysis;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** Days of a workspace: windows end with one, and each is counted on the next morning. */
record Days(ZoneId zone) {
  private static final LocalTime RECOUNT = LocalTime.of(7, 0);

  /** The day of an instant. */
  LocalDate of(Instant instant) {
    return instant.atZone(zone).toLocalDate();
  }

  /** The first instant of a day. */
  Instant start(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  /** The first instant after a window of so many whole days after the day of the run's end. */
  Instant windowEnd(Instant runEnd, int days) {
    return start(of(runEnd).plusDays(days + 1L));
  }

  /** When a day is counted: at 07:00 of the day after it. */
  Instant recountOf(LocalDate day) {
    return day.plusDays(1).atTime(RECOUNT).atZone(zone).toInstant();
  }

  /** The last day that can be counted at an instant. */
  LocalDate lastCountable(Instant now) {
    LocalDate yesterday = of(now).minusDays(1);
    return recountOf(yesterday).isAfter(now) ? yesterday.minusDays(1) : yesterday;
  }

  /** So many times 24 hours after an instant. */
  static Instant after(Instant instant, int days) {
    return instant.plus(Duration.ofDays(days));
  }
}
