package io.sluice.engine.delivery.content;

/** The default alphabet of GSM and its extension (3GPP TS 23.038, sections 6.2.1 and 6.2.1.1). */
final class GsmAlphabet {
  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
  private static final String EXTENSION = "\f^{}\\[~]|€";

  /** Covers all characters of both; the highest is the euro sign. */
  private static final byte[] SEPTETS = new byte['€' + 1];

  static {
    BASIC.chars().forEach(c -> SEPTETS[c] = 1);
    EXTENSION.chars().forEach(c -> SEPTETS[c] = 2);
  }

  private GsmAlphabet() {}

  /** Whether every character is in the alphabet or its extension. */
  static boolean holds(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (septets(text.charAt(i)) == 0) {
        return false;
      }
    }
    return true;
  }

  /** How many places the character takes; 0 where it is not in the alphabet. */
  static int septets(char c) {
    return c < SEPTETS.length ? SEPTETS[c] : 0;
  }
}
