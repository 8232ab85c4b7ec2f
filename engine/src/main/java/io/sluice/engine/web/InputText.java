package io.sluice.engine.web;

import java.util.Optional;

/** What a text from outside must be like to be kept: storable as it is, on every database. */
public final class InputText {
  /** The longest key of a member, tag, segment or attribute, in characters. */
  public static final int KEY_LENGTH = 200;

  private InputText() {}

  /**
   * The text, if it can be a key: 1 to 200 characters, no control characters, no blanks around it,
   * not "." or "..", which no address can hold.
   *
   * @throws Problem 400 otherwise
   */
  public static String key(String field, String text) {
    String key = line(field, text, KEY_LENGTH);
    if (key.isBlank() || !key.equals(key.strip()) || key.equals(".") || key.equals("..")) {
      throw Problem.badField(
          "bad-key",
          field,
          "'" + field + "' must be a key: not blank, no blanks around it, not '.' or '..'.");
    }
    return key;
  }

  /**
   * The text, if it fits and is one line without control characters.
   *
   * @throws Problem 400 otherwise
   */
  public static String line(String field, String text, int maxLength) {
    if (text == null) {
      throw Problem.badField("missing", field, "'" + field + "' is missing; give a text.");
    }
    wrongWith(text, maxLength)
        .ifPresent(
            wrong -> {
              throw Problem.badField("bad-text", field, "'" + field + "' " + wrong + ".");
            });
    return text;
  }

  /** What is wrong with a text and how to mend it, to be read after the name of its field. */
  public static Optional<String> wrongWith(String text, int maxLength) {
    if (text.length() > maxLength) {
      return Optional.of(
          "has " + text.length() + " characters; shorten it to " + maxLength + " at most");
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c)) {
        return Optional.of(String.format("holds the control character U+%04X; remove it", (int) c));
      }
      if (Character.isSurrogate(c)) {
        if (!Character.isHighSurrogate(c)
            || i + 1 == text.length()
            || !Character.isLowSurrogate(text.charAt(i + 1))) {
          return Optional.of("holds half a character (a lone surrogate); remove it");
        }
        i++;
      }
    }
    return Optional.empty();
  }
}
