package io.sluice.engine.delivery.content.liquid;

import java.util.List;

/**
 * Marks in a rendered text where a link of the person's own belongs. Rendering does not know the
 * person's links, so that what is the same for everybody is rendered once. Marks begin with
 * characters that Unicode reserves for such use inside programs; values are cleared of them.
 */
public final class LinkMarks {
  static final char CLICK = '\uFDD0';
  static final char UNSUBSCRIBE = '\uFDD1';
  static final char OPEN = '\uFDD2';

  /** Numbers of targets are told as characters from here on, which no escaping changes. */
  private static final char FIRST_NUMBER = '\u4E00';

  /** More links than any message needs. */
  private static final int MOST_TARGETS = 1_000;

  private LinkMarks() {}

  /** The mark of a link to a target, which is added to the targets. */
  public static String click(String target, List<String> targets) {
    int known = targets.indexOf(target);
    if (known < 0) {
      known = targets.size();
      if (known == MOST_TARGETS) {
        throw LiquidProblems.tooHeavy();
      }
      targets.add(target);
    }
    return new String(new char[] {CLICK, (char) (FIRST_NUMBER + known)});
  }

  /** The mark of the picture whose loading tells that the message was opened. */
  public static String open() {
    return String.valueOf(OPEN);
  }

  /** Whether there is a mark in the text. */
  public static boolean in(String text) {
    return text.indexOf(CLICK) >= 0 || text.indexOf(UNSUBSCRIBE) >= 0 || text.indexOf(OPEN) >= 0;
  }

  static String without(String value) {
    return in(value)
        ? value.replace(CLICK, ' ').replace(UNSUBSCRIBE, ' ').replace(OPEN, ' ')
        : value;
  }

  /** The links of a person. */
  public interface Personal {
    /** The link to the target of that number. */
    String click(int number);

    /** The page that ends the consent. */
    String unsubscribe();

    /** The picture whose loading tells that the message was opened. */
    String open();
  }

  /** The text with the person's links in place of the marks; the same object without marks. */
  public static String resolve(String text, int targets, Personal links) {
    if (!in(text)) {
      return text;
    }
    StringBuilder resolved = new StringBuilder(text.length() + 64);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case UNSUBSCRIBE -> resolved.append(links.unsubscribe());
        case OPEN -> resolved.append(links.open());
        case CLICK -> {
          // A filter may have cut the mark in two; then there is no link to be made.
          int number = i + 1 < text.length() ? text.charAt(i + 1) - FIRST_NUMBER : -1;
          if (number >= 0 && number < targets) {
            resolved.append(links.click(number));
            i++;
          }
        }
        default -> resolved.append(c);
      }
    }
    return resolved.toString();
  }
}
