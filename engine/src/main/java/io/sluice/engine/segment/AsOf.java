package io.sluice.engine.segment;

import io.sluice.engine.web.Problem;
import java.time.Instant;

/** The instant of which a request asks. */
final class AsOf {
  private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

  private AsOf() {}

  /** The instant, if databases and calendars can deal with it. */
  static Instant checked(Instant instant) {
    if (instant.isBefore(FIRST) || !instant.isBefore(LAST)) {
      throw Problem.badField("out-of-range", "asOf", "'asOf' must lie in the years 1900 to 2199.");
    }
    return instant;
  }
}
