package io.sluice.engine.campaign;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;

/** Where a campaign stands before it runs. */
public enum Review {
  /** Its author works on it. */
  @JsonProperty("draft")
  DRAFT,
  /** It lies before an approver, and is not changed meanwhile. */
  @JsonProperty("submitted")
  SUBMITTED,
  /** Its newest version may start. */
  @JsonProperty("approved")
  APPROVED,
  /** It may not start as it is. */
  @JsonProperty("rejected")
  REJECTED,
  /** The author is asked to change it. */
  @JsonProperty("returned")
  RETURNED,
  /** It is given up for good. */
  @JsonProperty("cancelled")
  CANCELLED;

  /** The name in the database. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Review of(String key) {
    return Arrays.stream(values())
        .filter(state -> state.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No review state '" + key + "'"));
  }
}
