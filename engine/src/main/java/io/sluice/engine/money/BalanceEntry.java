package io.sluice.engine.money;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;

/**
 * One movement of a channel's prepaid units.
 *
 * @param cause what brought it about; with the kind it is there once
 * @param units what it adds, negative where it takes
 * @param note anything worth keeping with it, or null
 */
record BalanceEntry(Kind kind, String cause, long units, String note, Instant at) {
  /** Why units move. */
  enum Kind {
    TOP_UP,
    /** Puts an earlier mistake right. */
    CORRECTION,
    USE,
    RETURN;

    @JsonValue
    String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Kind ofKey(String key) {
      return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }

  boolean says(BalanceEntry other) {
    return kind == other.kind
        && units == other.units
        && String.valueOf(note).equals(String.valueOf(other.note));
  }
}
