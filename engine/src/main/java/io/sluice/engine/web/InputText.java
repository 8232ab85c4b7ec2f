package io.sluice.engine.web;

import java.util.List;
import java.util.Optional;

/** What a text from outside must be like to be kept: storable as it is, on every database. */
public final class InputText {
  /** The longest key of a member, tag, segment or attribute, in characters. */
  public static final int KEY_LENGTH = 200;

  private InputText() {}

  /**
   * The text, if it can be a key, see {@link #wrongWithKey}.
   *
   * @throws Problem 400 otherwise
   */
  public static String key(String field, String text) {
    return checked(field, text, wrongWithKey(text == null ? "" : text));
  }

  /**
   * Why a text cannot be a key and how to mend it, to be read after the name of its field. A key
   * has 1 to 200 characters, no control characters, no blanks around it, and is not "." or "..",
   * which no address can hold.
   */
  public static Optional<String> wrongWithKey(String text) {
    if (text.isBlank()) {
      return Optional.of("is missing; give a key");
    }
    if (!text.equals(text.strip()) || text.equals(".") || text.equals("..")) {
      return Optional.of("must have no blanks around it and not be '.' or '..'; change it");
    }
    return wrongWith(text, KEY_LENGTH);
  }

  /**
   * The text, if it fits and is one line without control characters.
   *
   * @throws Problem 400 otherwise
   */
  public static String line(String field, String text, int maxLength) {
    return checked(
        field,
        text,
        text == null ? Optional.of("is missing; give a text") : wrongWith(text, maxLength));
  }

  /**
   * The text, if it fits; it may have several lines.
   *
   * @throws Problem 400 otherwise
   */
  public static String words(String field, String text, int maxLength) {
    text.lines().filter(line -> !line.isBlank()).forEach(one -> line(field, one, maxLength));
    if (text.length() > maxLength) {
      throw Problem.badField(
          "too-long",
          field,
          "'%s' has more than %d characters; shorten it.".formatted(field.substring(1), maxLength));
    }
    return text;
  }

  /**
   * The same as {@link #line}, and not only blanks: the name of something, or of what it holds.
   *
   * @throws Problem 400 otherwise
   */
  public static String name(String field, String text, int maxLength) {
    return checked(
        field,
        text,
        text == null || text.isBlank()
            ? Optional.of("is missing; give a text")
            : wrongWith(text, maxLength));
  }

  /**
   * The list of names; empty where it is left out.
   *
   * @throws Problem 400 if there are too many, or one is empty or too long
   */
  public static List<String> names(String field, List<String> texts, int most, int maxLength) {
    if (texts == null) {
      return List.of();
    }
    if (texts.size() > most) {
      throw Problem.badField(
          "bad-list", field, "'" + field + "' may have at most " + most + " entries; shorten it.");
    }
    for (int i = 0; i < texts.size(); i++) {
      name(field + "/" + i, texts.get(i), maxLength);
    }
    return List.copyOf(texts);
  }

  private static String checked(String field, String text, Optional<String> wrong) {
    if (wrong.isPresent()) {
      throw Problem.badField("bad-text", field, "'" + field + "' " + wrong.get() + ".");
    }
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
      if (Character.isISOControl(c) || c >= 0xFFFE) {
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
