package io.sluice.engine.reward.coupon;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * Codes that cannot be guessed: 12 signs of Crockford's Base32
 * (https://www.crockford.com/base32.html), 60 random bits.
 */
final class CouponCodes {
  static final int LENGTH = 12;
  private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private final SecureRandom random = new SecureRandom();

  String next() {
    char[] code = new char[LENGTH];
    long bits = random.nextLong();
    for (int i = 0; i < LENGTH; i++) {
      code[i] = SIGNS.charAt((int) (bits & 31));
      bits >>>= 5;
    }
    return new String(code);
  }

  /** The code that somebody typed: case, blanks and hyphens do not matter, nor O for 0. */
  static Optional<String> read(String typed) {
    String code =
        typed
            .toUpperCase(Locale.ROOT)
            .replaceAll("[\\s-]", "")
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    return Optional.of(code)
        .filter(one -> one.length() == LENGTH)
        .filter(one -> one.chars().allMatch(sign -> SIGNS.indexOf(sign) >= 0));
  }
}
