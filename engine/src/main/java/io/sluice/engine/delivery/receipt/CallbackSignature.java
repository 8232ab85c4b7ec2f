package io.sluice.engine.delivery.receipt;

import io.sluice.engine.web.Problem;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.http.HttpStatus;

/**
 * Tells callbacks of gateways from forged ones: {@code Sluice-Signature} is HMAC-SHA256, in hex, of
 * the text of {@code Sluice-Timestamp} (seconds since 1970), a dot, and the body.
 */
final class CallbackSignature {
  static final String TIMESTAMP = "Sluice-Timestamp";
  static final String SIGNATURE = "Sluice-Signature";

  /** How far the gateway's clock may be off, and how old a call may be. */
  static final Duration TOLERANCE = Duration.ofMinutes(5);

  private static final String ALGORITHM = "HmacSHA256";

  private CallbackSignature() {}

  /**
   * Lets only a call pass that was signed with the secret lately.
   *
   * @throws Problem 401 for any other
   */
  static void require(String secret, String timestamp, String signature, byte[] body, Instant now) {
    if (timestamp == null || signature == null || !timestamp.matches("[0-9]{1,12}")) {
      throw refused("Send " + TIMESTAMP + " in seconds, and " + SIGNATURE + ".");
    }
    byte[] expected = of(secret, timestamp, body).getBytes(StandardCharsets.US_ASCII);
    byte[] said = signature.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(expected, said)) {
      throw refused(
          "The signature is not HMAC-SHA256, in hex, of '<timestamp>.<body>' with the gateway's"
              + " secret.");
    }
    Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
    if (Duration.between(sent, now).abs().compareTo(TOLERANCE) > 0) {
      throw refused("The call is more than 5 minutes old, or of the future; set the clock by NTP.");
    }
  }

  /** The signature of a body. */
  static String of(String secret, String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      mac.update((timestamp + ".").getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static Problem refused(String why) {
    return new Problem(HttpStatus.UNAUTHORIZED, "not-signed", why);
  }
}
