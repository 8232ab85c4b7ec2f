package io.sluice.engine.run;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a run is in its life. */
public enum RunState {
  /** It moves, or waits for a release instant. */
  RUNNING,
  /** Held by somebody; no step begins. */
  PAUSED,
  /** Ended by somebody before its end. */
  STOPPED,
  /** Everybody has come to an end. */
  FINISHED;

  /** Whether the run can still go on. */
  public boolean isOpen() {
    return this == RUNNING || this == PAUSED;
  }

  /** The name in JSON and in the database. */
  @JsonValue
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static RunState ofKey(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }
}
