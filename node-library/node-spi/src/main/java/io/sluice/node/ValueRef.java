package io.sluice.node;

import java.util.Locale;

/**
 * Names a value that each member has one of, or, where it is a choice of several, some.
 *
 * @param kind what kind of value
 * @param key the key of the attribute; {@code level} for the level
 */
public record ValueRef(Kind kind, String key) implements FactRef {
  /** The kinds of values that nodes can write. */
  public enum Kind {
    LEVEL,
    ATTRIBUTE
  }

  /** The member's level, a whole number. */
  public static final ValueRef LEVEL = new ValueRef(Kind.LEVEL, "level");

  /** A custom attribute. */
  public static ValueRef attribute(String key) {
    return new ValueRef(Kind.ATTRIBUTE, key);
  }

  @Override
  public String noun() {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
