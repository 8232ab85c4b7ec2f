package io.sluice.engine.delivery.gateway.http;

import io.sluice.engine.delivery.gateway.outbound.OutboundGuard;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** What a web address must be like to be posted to. */
final class HttpTarget {
  private static final int HTTP = 80;
  private static final int HTTPS = 443;
  private static final int LAST_PORT = 65_535;
  private static final int LONGEST = 2_000;

  private HttpTarget() {}

  /** What is wrong with a web address, to be read after the name of its field. */
  static Optional<String> wrongWith(String url) {
    try {
      URI uri = new URI(url);
      boolean web =
          "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
      if (web
          && uri.getHost() != null
          && uri.getPort() <= LAST_PORT
          && url.length() <= LONGEST
          && uri.getUserInfo() == null) {
        return Optional.empty();
      }
    } catch (URISyntaxException e) {
      // Told below, as any other address that cannot be used.
    }
    return Optional.of(
        "must be an address such as https://gateway.example/messages, without user and password");
  }

  /** Why a usable web address must not be posted to, where that shows at once. */
  static Optional<String> closed(String url, OutboundGuard guard) {
    URI uri = URI.create(url);
    return guard.wrongWith(uri.getHost(), port(uri));
  }

  private static int port(URI uri) {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return "https".equalsIgnoreCase(uri.getScheme()) ? HTTPS : HTTP;
  }
}
