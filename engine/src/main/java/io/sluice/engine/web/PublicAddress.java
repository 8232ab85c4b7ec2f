package io.sluice.engine.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Where people reach this server from outside; without one said, this machine. */
@Component
public class PublicAddress {
  private final String said;
  private final Environment environment;

  PublicAddress(@Value("${sluice.public-url:}") String said, Environment environment) {
    this.said = said.strip().replaceAll("/+$", "");
    this.environment = environment;
    if (!this.said.isEmpty() && !this.said.matches("https?://[^\\s/?#]+(/[^\\s?#]*)?")) {
      throw new IllegalStateException(
          "sluice.public-url is '"
              + said
              + "'; it must be an address such as https://go.example, without '?' and '#'");
    }
  }

  /** The address without a slash at its end. */
  public String base() {
    if (!said.isEmpty()) {
      return said;
    }
    // A server asked for port 0 knows its port only once it has started.
    String port = environment.getProperty("local.server.port");
    return "http://localhost:"
        + (port == null ? environment.getProperty("server.port", "8080") : port);
  }
}
