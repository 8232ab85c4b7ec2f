package io.sluice.engine.alert;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What kinds of trouble somebody is told of. */
public enum AlertKind {
  /** A node failed as often as it is tried by itself. */
  RUN_FAILED,
  /** A run is due but does not go on. */
  RUN_STALLED,
  /** A run is held because money or prepaid units ran out. */
  LIMIT_REACHED,
  /** A run is held because other people came than its approver was shown. */
  RUN_DEPARTED,
  GATEWAY_BROKEN,
  /** A scheduled start did not happen. */
  START_MISSED;

  /** The name in JSON and in the database. */
  @JsonValue
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static AlertKind ofKey(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
