package io.sluice.node;

import java.util.List;

/**
 * A change of a value of members.
 *
 * @param target which value
 * @param mode how it goes together with what is there
 * @param values the new value as text: one, or several where members choose several. Numbers as
 *     digits, dates as {@code 2026-02-28}, yes or no as {@code true} or {@code false}
 * @param members whose value
 */
public record ValueWrite(ValueRef target, Mode mode, List<String> values, Audience members)
    implements Write {
  /** How a new value goes together with what is there. */
  public enum Mode {
    /** The value is the new one. */
    SET,
    /** The value is the new one where it was lower or missing. */
    RAISE,
    /** The value is the new one where there was none. */
    FILL,
    /** The values are those that were there and the new ones. */
    ADD
  }

  /** Copies the list. */
  public ValueWrite {
    values = List.copyOf(values);
    if (values.isEmpty()) {
      throw new IllegalArgumentException("There is no value to write");
    }
  }
}
