package io.sluice.engine.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class DaysTest {
  private static final Days SHANGHAI = new Days(ZoneId.of("Asia/Shanghai"));
  private static final Instant END = at("2026-06-18T15:00:00+08:00");

  private static Instant at(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  @Test
  void aWindowOfFiveDaysEndsWithTheFifthDayAfterTheRun() {
    assertThat(SHANGHAI.windowEnd(END, 5)).isEqualTo(at("2026-06-24T00:00:00+08:00"));
  }

  @Test
  void aDayIsCountedAtSevenOnTheNextMorning() {
    LocalDate last = LocalDate.of(2026, 6, 23);

    assertThat(SHANGHAI.recountOf(last)).isEqualTo(at("2026-06-24T07:00:00+08:00"));
    assertThat(SHANGHAI.lastCountable(at("2026-06-24T06:59:59+08:00")))
        .isEqualTo(last.minusDays(1));
    assertThat(SHANGHAI.lastCountable(at("2026-06-24T07:00:00+08:00"))).isEqualTo(last);
  }

  @Test
  void daysAreThoseOfTheWorkspaceThoughClocksAreChanged() {
    Days berlin = new Days(ZoneId.of("Europe/Berlin"));

    assertThat(berlin.windowEnd(at("2026-03-28T12:00:00+01:00"), 1))
        .isEqualTo(at("2026-03-30T00:00:00+02:00"));
  }
}
