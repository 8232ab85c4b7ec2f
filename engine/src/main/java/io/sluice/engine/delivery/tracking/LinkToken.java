package io.sluice.engine.delivery.tracking;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What stands in the address of a link: which link, whose, and a signature over both. Always {@link
 * #LENGTH} letters, digits, dashes and underscores: in Base64 for addresses (RFC 4648, section 5)
 * four bytes of link, four of member, and the first seven of HMAC-SHA256 over these eight.
 *
 * @param link the number of the link, below 2^32
 * @param member the person who got it
 */
record LinkToken(long link, int member) {
  static final int LENGTH = 20;
  private static final int NAMES = 8;
  private static final int SIGNATURE = 7;
  private static final String ALGORITHM = "HmacSHA256";

  String text(byte[] secret) {
    byte[] names = ByteBuffer.allocate(NAMES).putInt((int) link).putInt(member).array();
    byte[] token = Arrays.copyOf(names, NAMES + SIGNATURE);
    System.arraycopy(sign(names, secret), 0, token, NAMES, SIGNATURE);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  /** The token of that text; nothing if it was not signed by us. */
  static Optional<LinkToken> read(String text, byte[] secret) {
    if (!text.matches("[A-Za-z0-9_-]{" + LENGTH + "}")) {
      return Optional.empty();
    }
    byte[] token = Base64.getUrlDecoder().decode(text);
    byte[] names = Arrays.copyOf(token, NAMES);
    byte[] signature = Arrays.copyOfRange(token, NAMES, NAMES + SIGNATURE);
    if (!MessageDigest.isEqual(signature, Arrays.copyOf(sign(names, secret), SIGNATURE))) {
      return Optional.empty();
    }
    ByteBuffer parts = ByteBuffer.wrap(names);
    return Optional.of(new LinkToken(Integer.toUnsignedLong(parts.getInt()), parts.getInt()));
  }

  private static byte[] sign(byte[] names, byte[] secret) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      return mac.doFinal(names);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
