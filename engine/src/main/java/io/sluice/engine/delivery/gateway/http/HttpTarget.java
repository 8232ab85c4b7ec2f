package io.sluice.engine.delivery.gateway.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** What a web address must be like to be posted to. */
final class HttpTarget {
  private static final int LONGEST = 2_000;

  private HttpTarget() {}

  /** What is wrong with a web address, to be read after the name of its field. */
  static Optional<String> wrongWith(String url) {
    try {
      URI uri = new URI(url);
      boolean web =
          "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
      if (web && uri.getHost() != null && url.length() <= LONGEST && uri.getUserInfo() == null) {
        return Optional.empty();
      }
    } catch (URISyntaxException e) {
      // Told below, as any other address that cannot be used.
    }
    return Optional.of(
        "must be an address such as https://gateway.example/messages, without user and password");
  }
}
