package io.sluice.engine.delivery.gate;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The hours of the day in which nobody gets marketing messages, in the person's own time zone.
 *
 * @param from when they begin
 * @param to when they end; before {@code from} where they last over midnight
 */
public record QuietHours(LocalTime from, LocalTime to) {
  /**
   * When a message that would go out at the instant may go out: the same instant, or the end of the
   * quiet hours. A time that the clocks skip counts as the first one after the gap; one that comes
   * twice counts as over only when it comes first.
   */
  public Instant earliest(Instant instant, ZoneId zone) {
    ZonedDateTime local = instant.atZone(zone);
    LocalTime time = local.toLocalTime();
    boolean overnight = to.isBefore(from);
    boolean quiet =
        overnight
            ? !time.isBefore(from) || time.isBefore(to)
            : !time.isBefore(from) && time.isBefore(to);
    if (!quiet) {
      return instant;
    }
    boolean endsTomorrow = overnight && !time.isBefore(from);
    Instant end =
        local.toLocalDate().plusDays(endsTomorrow ? 1 : 0).atTime(to).atZone(zone).toInstant();
    // The hour before the clocks go back comes twice; its second coming is quiet like the first.
    return end.isBefore(instant) ? instant : end;
  }
}
