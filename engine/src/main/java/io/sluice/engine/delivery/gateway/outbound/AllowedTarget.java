package io.sluice.engine.delivery.gateway.outbound;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A target that the operator opened: a host name, an address or a range, for one port or for all.
 */
record AllowedTarget(String host, Optional<AddressRange> range, OptionalInt port) {
  private static final Pattern WITH_PORT =
      Pattern.compile("(\\[[^]]+]|[^:\\[\\]]+)(?::(\\d{1,5}))?");

  /**
   * Reads {@code gateway.internal}, {@code 127.0.0.1:9000}, {@code 10.1.0.0/16} or {@code
   * [fd00::1]:25}.
   *
   * @throws IllegalArgumentException if it is none
   */
  static AllowedTarget parse(String text) {
    Matcher parts = WITH_PORT.matcher(text);
    String host = parts.matches() ? parts.group(1) : text;
    OptionalInt port =
        parts.matches() && parts.group(2) != null
            ? OptionalInt.of(Integer.parseInt(parts.group(2)))
            : OptionalInt.empty();
    String bare = host.replaceAll("[\\[\\]]", "").toLowerCase(Locale.ROOT);
    boolean isRange = AddressRange.isLiteral(bare.split("/", 2)[0]);
    return new AllowedTarget(
        bare, isRange ? Optional.of(AddressRange.parse(bare)) : Optional.empty(), port);
  }

  boolean covers(String wantedHost, InetAddress address, int wantedPort) {
    if (port.isPresent() && port.getAsInt() != wantedPort) {
      return false;
    }
    return range
        .map(addresses -> addresses.contains(address))
        .orElseGet(() -> host.equalsIgnoreCase(wantedHost));
  }
}
