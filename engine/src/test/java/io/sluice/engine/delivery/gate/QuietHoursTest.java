package io.sluice.engine.delivery.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {
  @ParameterizedTest
  @CsvSource({
    // Not quiet: at once.
    "22:00, 08:00, Europe/Berlin, 2026-06-01T12:00:00Z, 2026-06-01T12:00:00Z",
    // Begins at ten in the evening sharp, ends at eight sharp.
    "22:00, 08:00, Europe/Berlin, 2026-06-01T19:59:59Z, 2026-06-01T19:59:59Z",
    "22:00, 08:00, Europe/Berlin, 2026-06-01T20:00:00Z, 2026-06-02T06:00:00Z",
    "22:00, 08:00, Europe/Berlin, 2026-06-02T06:00:00Z, 2026-06-02T06:00:00Z",
    // The same instant is day in Shanghai.
    "22:00, 08:00, Asia/Shanghai, 2026-06-02T01:00:00Z, 2026-06-02T01:00:00Z",
    // Clocks go forward in the night of 29 March: eight o'clock comes an hour earlier.
    "22:00, 08:00, Europe/Berlin, 2026-03-28T22:00:00Z, 2026-03-29T06:00:00Z",
    // The quiet hours end in the hour that is skipped: with its end.
    "22:00, 02:30, Europe/Berlin, 2026-03-28T22:00:00Z, 2026-03-29T01:30:00Z",
    // Clocks go back in the night of 25 October: eight o'clock comes an hour later.
    "22:00, 08:00, Europe/Berlin, 2026-10-24T21:00:00Z, 2026-10-25T07:00:00Z",
    // Within one day.
    "12:00, 14:00, UTC, 2026-06-01T13:00:00Z, 2026-06-01T14:00:00Z"
  })
  void holdsUntilTheyEndInThePersonsZone(
      LocalTime from, LocalTime to, ZoneId zone, Instant at, Instant earliest) {
    assertThat(new QuietHours(from, to).earliest(at, zone)).isEqualTo(earliest);
  }
}
