package io.sluice.engine.member;

import java.util.Locale;
import java.util.Optional;

/** The kinds of values that a member can have. */
public enum FieldType {
  TEXT,
  NUMBER,
  DATE,
  /** An instant in time. */
  INSTANT,
  BOOLEAN,
  /** One of stated texts. */
  CHOICE,
  /** Any of stated texts. */
  MULTI_CHOICE;

  /** The name in JSON and in the database. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The type of that name. */
  public static Optional<FieldType> of(String key) {
    for (FieldType type : values()) {
      if (type.key().equals(key)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
