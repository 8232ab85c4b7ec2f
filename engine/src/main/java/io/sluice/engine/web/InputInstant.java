package io.sluice.engine.web;

import java.time.Instant;

/** What an instant from outside must be like: one that every database can hold. */
public final class InputInstant {
  private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("3000-01-01T00:00:00Z");

  private InputInstant() {}

  /**
   * The instant, if it is of the years 1900 to 2999.
   *
   * @throws Problem 400 otherwise
   */
  public static Instant within(String field, Instant instant) {
    if (instant == null || instant.isBefore(FIRST) || !instant.isBefore(END)) {
      throw Problem.badField(
          "instant-out-of-range",
          field,
          "'" + field + "' must be an instant of the years 1900 to 2999.");
    }
    return instant;
  }
}
