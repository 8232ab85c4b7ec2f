package io.sluice.engine.analysis;

/** Shows so much of a number that a person can be told from others, and not reached. */
final class Mask {
  private static final String STARS = "****";
  private static final int SHORT = 7;

  private Mask() {}

  /**
   * The first three and the last four characters of a long text, the first of a short one; always
   * four stars, so that nothing tells the length. Null stays null.
   */
  static String of(String text) {
    if (text == null || text.isEmpty()) {
      return text;
    }
    int length = text.codePointCount(0, text.length());
    if (length <= SHORT) {
      return text.substring(0, text.offsetByCodePoints(0, 1)) + STARS;
    }
    return text.substring(0, text.offsetByCodePoints(0, 3))
        + STARS
        + text.substring(text.offsetByCodePoints(0, length - 4));
  }
}
