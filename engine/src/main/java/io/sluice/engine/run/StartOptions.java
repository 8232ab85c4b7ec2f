package io.sluice.engine.run;

import io.sluice.engine.web.InputInstant;
import java.time.Instant;
import java.util.Optional;

/**
 * How a run is started.
 *
 * @param asOf run as if it were that instant; a repeat draws the same people
 * @param seed draw by this number instead of one derived from campaign and run
 * @param startKey a repeated start with the same key gives the same run
 */
public record StartOptions(Optional<Instant> asOf, Optional<Long> seed, Optional<String> startKey) {
  /**
   * Checks the instant.
   *
   * @throws io.sluice.engine.web.Problem 400 if it is of a year that no database holds
   */
  public StartOptions {
    asOf.ifPresent(instant -> InputInstant.within("/asOf", instant));
  }

  /** Now, with draws of its own. */
  public static StartOptions now() {
    return new StartOptions(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** As of an instant. */
  public static StartOptions asOf(Instant instant) {
    return new StartOptions(Optional.of(instant), Optional.empty(), Optional.empty());
  }
}
