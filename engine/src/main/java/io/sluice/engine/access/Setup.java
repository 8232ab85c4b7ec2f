package io.sluice.engine.access;

import io.sluice.engine.web.Problem;
import io.sluice.engine.web.PublicAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Makes the first user, an administrator. Whoever does it shows a token that stands in the log of
 * the server, and so can read it; the token is good until there is a user.
 */
@Component
class Setup {
  private static final Logger LOG = LoggerFactory.getLogger(Setup.class);
  private static final int BYTES = 18;

  private final Login login;
  private final Users users;
  private final PublicAddress address;
  private Optional<String> token = Optional.empty();

  Setup(Login login, Users users, PublicAddress address) {
    this.login = login;
    this.users = users;
    this.address = address;
  }

  /** After everything that makes users at the start. */
  @EventListener(ApplicationReadyEvent.class)
  synchronized void announce() {
    if (login.isRequired() && users.isEmpty()) {
      byte[] random = new byte[BYTES];
      new SecureRandom().nextBytes(random);
      token = Optional.of(Base64.getUrlEncoder().withoutPadding().encodeToString(random));
      LOG.warn(
          "Nobody can log in yet. Make the first administrator at {}/setup with the token {}",
          address.base(),
          token.get());
    }
  }

  /**
   * Makes the first administrator.
   *
   * @throws Problem 403 if the token is not that of the log, 409 if there are users already
   */
  synchronized void administrator(String shown, String name, String password) {
    if (!users.isEmpty()) {
      token = Optional.empty();
      throw new Problem(
          HttpStatus.CONFLICT,
          "set-up-already",
          "The server has its first user; log in, or ask an administrator for a user.");
    }
    if (token.filter(known -> equal(known, shown)).isEmpty()) {
      throw new Problem(
          HttpStatus.FORBIDDEN,
          "wrong-token",
          "/token",
          "The token is not the one in the log of this server since its last start; copy that.");
    }
    users.create(name, password, true);
    token = Optional.empty();
  }

  private static boolean equal(String known, String shown) {
    return MessageDigest.isEqual(
        known.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
  }

  /** For tests. */
  synchronized Optional<String> token() {
    return token;
  }
}
