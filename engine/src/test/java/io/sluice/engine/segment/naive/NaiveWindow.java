package io.sluice.engine.segment.naive;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Decides whether an instant lies in the window of a condition. */
final class NaiveWindow {
  private final Instant now;
  private final ZoneId zone;

  NaiveWindow(Instant now, ZoneId zone) {
    this.now = now;
    this.zone = zone;
  }

  /** Whether an instant lies in the window. */
  boolean holds(Instant at, JsonNode window) {
    if (window.has("last")) {
      String last = window.get("last").asText();
      Duration length = last.equals("P2W") ? Duration.ofDays(14) : Duration.parse(last);
      return at.isAfter(now.minus(length));
    }
    if (window.has("calendar")) {
      return calendar(at.atZone(zone).toLocalDate(), window.get("calendar").asText());
    }
    LocalDate day = at.atZone(zone).toLocalDate();
    String from = window.path("from").asText("0001-01-01");
    String to = window.path("to").asText("9999-01-01");
    boolean started =
        from.contains("T")
            ? !at.isBefore(Instant.parse(from))
            : !day.isBefore(LocalDate.parse(from));
    return started
        && (to.contains("T") ? at.isBefore(Instant.parse(to)) : !day.isAfter(LocalDate.parse(to)));
  }

  private boolean calendar(LocalDate day, String period) {
    LocalDate today = now.atZone(zone).toLocalDate();
    LocalDate monday = today.with(DayOfWeek.MONDAY);
    int quarter = (today.getMonthValue() - 1) / 3;
    return switch (period) {
      case "today" -> day.equals(today);
      case "yesterday" -> day.equals(today.minusDays(1));
      case "this-week" -> day.with(DayOfWeek.MONDAY).equals(monday);
      case "last-week" -> day.with(DayOfWeek.MONDAY).equals(monday.minusWeeks(1));
      case "this-month" -> months(day) == months(today);
      case "last-month" -> months(day) == months(today) - 1;
      case "this-quarter" -> months(day) / 3 == months(today) / 3;
      case "last-quarter" -> months(day) / 3 == months(today) / 3 - 1;
      case "this-year" -> day.getYear() == today.getYear();
      case "last-year" -> day.getYear() == today.getYear() - 1;
      default -> throw new IllegalArgumentException(period + quarter);
    };
  }

  private static int months(LocalDate day) {
    return day.getYear() * 12 + day.getMonthValue() - 1;
  }
}
