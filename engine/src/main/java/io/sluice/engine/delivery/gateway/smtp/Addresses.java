package io.sluice.engine.delivery.gateway.smtp;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads e-mail addresses so that nothing in them can become a header or a second address. */
final class Addresses {
  /** No quoted local parts, comments or address literals: nobody has them, spammers use them. */
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[A-Za-z0-9.-]{1,253}");

  private static final Pattern MAILBOX = Pattern.compile("(.*)<([^<>]+)>\\s*");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");

  private Addresses() {}

  static boolean isPlain(String address) {
    return address != null && of(address, null).isPresent();
  }

  /**
   * An address with the name of the person, where there is one; its domain may be of any script.
   */
  static Optional<InternetAddress> of(String address, String name) {
    try {
      int at = address.lastIndexOf('@');
      String plain = address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1));
      if (!PLAIN.matcher(plain).matches()) {
        return Optional.empty();
      }
      InternetAddress result = new InternetAddress(plain, true);
      if (name != null && !name.isBlank()) {
        result.setPersonal(oneLine(name), StandardCharsets.UTF_8.name());
      }
      return Optional.of(result);
    } catch (AddressException | UnsupportedEncodingException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** A sender that is a name, an address, or {@code name <address>}. */
  static Optional<InternetAddress> sender(String text, String address, String name) {
    if (text == null || text.isBlank()) {
      return of(address, name);
    }
    Matcher mailbox = MAILBOX.matcher(text);
    if (mailbox.matches()) {
      return of(mailbox.group(2).strip(), mailbox.group(1).strip());
    }
    return text.contains("@") ? of(text.strip(), name) : of(address, text);
  }

  /** A text without line ends and other control characters. */
  static String oneLine(String text) {
    return CONTROL.matcher(text).replaceAll(" ").strip();
  }
}
