package io.sluice.node.types.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * Tells when somebody goes on whose date is known. Days are counted on the calendar and end at a
 * time of day; hours are counted on the clock and end at the next quarter of an hour, so that the
 * people of a quarter move on together. Who should have gone on before they arrived does so at
 * once.
 *
 * @param time the time of day at which people go on where days are counted
 * @param arrival when they arrive
 */
record DateClock(WaitDate date, LocalTime time, Instant arrival) {
  private static final Duration TICK = Duration.ofMinutes(15);

  Instant release(LocalDate day, ZoneId zone) {
    if (!date.returnsEveryYear()) {
      return notBeforeArrival(at(day, zone));
    }
    int year = LocalDate.ofInstant(arrival, zone).getYear() - date.distanceInYears();
    Instant next;
    do {
      // 29 February is the 28th in common years.
      next = at(day.withYear(year++), zone);
    } while (next.isBefore(arrival));
    return next;
  }

  Instant release(Instant instant, ZoneId zone) {
    return date.returnsEveryYear() || !date.inHours()
        ? release(LocalDate.ofInstant(instant, zone), zone)
        : notBeforeArrival(tick(instant.plus(Duration.ofHours(date.distance()))));
  }

  private Instant at(LocalDate day, ZoneId zone) {
    return date.inHours()
        ? tick(day.atStartOfDay(zone).toInstant().plus(Duration.ofHours(date.distance())))
        : day.plusDays(date.distance()).atTime(time).atZone(zone).toInstant();
  }

  private Instant notBeforeArrival(Instant wanted) {
    return wanted.isBefore(arrival) ? arrival : wanted;
  }

  /** The first quarter of an hour that is not before the instant. */
  private static Instant tick(Instant instant) {
    long length = TICK.toSeconds();
    long seconds = instant.getEpochSecond() + (instant.getNano() > 0 ? 1 : 0);
    return Instant.ofEpochSecond(Math.floorDiv(seconds + length - 1, length) * length);
  }
}
