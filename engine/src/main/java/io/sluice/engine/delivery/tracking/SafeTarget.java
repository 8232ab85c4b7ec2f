package io.sluice.engine.delivery.tracking;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a stored target fit for the Location header. */
final class SafeTarget {
  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://.+");

  /** Schemes that would run something in the browser, or show files. */
  private static final Set<String> REFUSED =
      Set.of("javascript", "data", "vbscript", "file", "blob", "about", "view-source");

  private static final String PLAIN = "-._~:/?#[]@!$&'()*+,;=%";

  private SafeTarget() {}

  /** The address in ASCII; nothing if nobody may be sent there. Apps' own schemes are fine. */
  static Optional<String> of(String target) {
    Matcher address = SCHEME.matcher(target.strip());
    return address.matches() && !REFUSED.contains(address.group(1).toLowerCase(Locale.ROOT))
        ? Optional.of(ascii(target.strip()))
        : Optional.empty();
  }

  private static String ascii(String target) {
    StringBuilder text = new StringBuilder(target.length());
    for (byte b : target.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      if (c < 0x80 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0)) {
        text.append(c);
      } else {
        text.append(String.format("%%%02X", (int) c));
      }
    }
    return text.toString();
  }
}
