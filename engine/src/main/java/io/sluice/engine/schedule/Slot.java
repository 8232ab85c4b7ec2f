package io.sluice.engine.schedule;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;

/**
 * What became of a scheduled instant.
 *
 * @param run the run that it started, or null
 * @param reason why it started none, or null
 * @param at when that was decided
 */
record Slot(Instant slot, State state, Long run, String reason, Instant at) {
  enum State {
    STARTED,
    /** It came up later than the grace allows. */
    MISSED,
    /** The campaign could not be started then. */
    REFUSED;

    @JsonValue
    String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State ofKey(String key) {
      return valueOf(key.toUpperCase(Locale.ROOT));
    }
  }
}
