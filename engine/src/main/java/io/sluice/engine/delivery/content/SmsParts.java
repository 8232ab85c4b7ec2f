package io.sluice.engine.delivery.content;

import java.util.Locale;
import java.util.Optional;

/**
 * How a gateway counts the parts of an SMS. Lengths are UTF-16 code units, so an emoji counts two;
 * a character is never torn between two parts.
 */
public enum SmsParts {
  /** Up to 70 units one part, above that 67 a part. The default. */
  CN_70_67("cn-70/67"),
  /** 70 units a part. */
  CN_70_70("cn-70/70"),
  /**
   * Where every character is in the GSM alphabet (3GPP TS 23.038, some count two) up to 160 one
   * part, above that 153 a part; otherwise as {@link #CN_70_67}.
   */
  GSM("gsm");

  private final String key;

  SmsParts(String key) {
    this.key = key;
  }

  /** The name in JSON, such as {@code cn-70/67}. */
  public String key() {
    return key;
  }

  /** The rule of that name. */
  public static Optional<SmsParts> of(String key) {
    for (SmsParts rule : values()) {
      if (rule.key.equals(key.toLowerCase(Locale.ROOT))) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }

  /** The number of parts of a text, at least one. */
  public int count(String text) {
    return switch (this) {
      case CN_70_67 -> wide(text, 67);
      case CN_70_70 -> wide(text, 70);
      case GSM -> GsmAlphabet.holds(text) ? gsm(text) : wide(text, 67);
    };
  }

  private static int wide(String text, int perPart) {
    int length = text.length();
    if (length <= 70) {
      return 1;
    }
    int parts = 0;
    int at = 0;
    while (at < length) {
      at += perPart;
      if (at < length && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at))) {
        at--;
      }
      parts++;
    }
    return parts;
  }

  private static int gsm(String text) {
    int length = 0;
    int parts = 1;
    int inPart = 0;
    for (int i = 0; i < text.length(); i++) {
      int septets = GsmAlphabet.septets(text.charAt(i));
      length += septets;
      if (inPart + septets > 153) {
        parts++;
        inPart = 0;
      }
      inPart += septets;
    }
    return length <= 160 ? 1 : parts;
  }
}
