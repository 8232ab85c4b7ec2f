package io.sluice.engine.delivery.content.words;

import java.util.Locale;
import java.util.Optional;

/** How bad it is to use a word. */
public enum WordSeverity {
  /** The message cannot be sent. */
  ERROR,
  /** The marketer should know. */
  WARNING,
  /** The word may be used although it is on the list that every workspace has. */
  OFF;

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<WordSeverity> of(String key) {
    for (WordSeverity severity : values()) {
      if (severity.key().equals(key)) {
        return Optional.of(severity);
      }
    }
    return Optional.empty();
  }
}
