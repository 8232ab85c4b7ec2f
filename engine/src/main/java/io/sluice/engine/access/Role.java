package io.sluice.engine.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What a user may do in a workspace; a user may have several roles there. */
public enum Role {
  /** Sees everything, and changes nothing. */
  @JsonProperty("viewer")
  VIEWER,
  /** Draws campaigns, submits them, and starts what may start. */
  @JsonProperty("marketer")
  MARKETER,
  /** Decides about what others submitted. */
  @JsonProperty("approver")
  APPROVER,
  /** Does all of it, and keeps users and settings. */
  @JsonProperty("admin")
  ADMIN;

  /** The name in the database and in JSON. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Role of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }
}
