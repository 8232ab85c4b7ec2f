package io.sluice.engine.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.sluice.engine.web.Problem;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Looks whether a password is that of a user. */
@Component
class Passwords {
  /** What the hash method reads; it refuses more. */
  private static final int MOST_BYTES = 72;

  private static final int FEWEST = 10;

  /** A shorter name is found in many a good password. */
  private static final int TELLING = 4;

  private static final String MAC = "HmacSHA256";

  private final Users users;
  private final PasswordEncoder encoder;
  private final Guesses guesses = new Guesses(Ticker.systemTicker());
  private final SecretKeySpec key;

  /**
   * Guesses from one address are looked at one after the other, so that none slips past the limit.
   */
  private final Object[] turns = Stream.generate(Object::new).limit(64).toArray();

  /** The hash of a password that nobody knows. */
  private final AtomicReference<String> nobody = new AtomicReference<>();

  /**
   * What was right a short while ago. A program shows its password with each request, and each look
   * at the hash would take a tenth of a second.
   */
  private final Cache<String, Boolean> right =
      Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(5)).maximumSize(10_000).build();

  Passwords(Users users, PasswordEncoder encoder) {
    this.users = users;
    this.encoder = encoder;
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    this.key = new SecretKeySpec(random, MAC);
  }

  /**
   * The user whose name and password these are.
   *
   * @param address from where it is tried
   * @throws Problem 401 if name or password is wrong or the user disabled, 429 after many guesses
   */
  User check(String name, String password, String address) {
    String lower = Users.lower(name);
    guesses.requireFew(lower, address);
    User user = users.find(lower).orElse(null);
    if (wasRight(user, password) && !user.disabled()) {
      guesses.wasRight(lower, address);
      return user;
    }
    synchronized (turns[Math.floorMod(address.hashCode(), turns.length)]) {
      guesses.requireFew(lower, address);
      return looked(user, lower, password, address);
    }
  }

  private User looked(User user, String lower, String password, String address) {
    if (!matches(user, password) || user == null || user.disabled()) {
      guesses.wasWrong(lower, address);
      throw new Problem(
          HttpStatus.UNAUTHORIZED,
          "wrong-password",
          "Name or password is wrong, or the user is disabled; correct them, or ask an admin.");
    }
    guesses.wasRight(lower, address);
    return user;
  }

  private boolean wasRight(User user, String password) {
    return user != null && right.getIfPresent(seen(user.password() + ' ' + password)) != null;
  }

  /** Takes as long for names that nobody has. */
  private boolean matches(User user, String password) {
    if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      return false;
    }
    if (user == null) {
      encoder.matches(password, hashOfNobody());
      return false;
    }
    boolean matches = wasRight(user, password) || encoder.matches(password, user.password());
    if (matches) {
      right.put(seen(user.password() + ' ' + password), true);
    }
    return matches;
  }

  /** Not before it is needed: it takes a tenth of a second. */
  private String hashOfNobody() {
    return nobody.updateAndGet(
        known -> known != null ? known : encoder.encode(seen("nobody").substring(0, FEWEST)));
  }

  private String seen(String text) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has " + MAC, e);
    }
  }

  /**
   * Makes sure that a password is fit to be one.
   *
   * @throws Problem 400 otherwise
   */
  static String fit(String field, String password, String name) {
    if (password == null || password.codePointCount(0, password.length()) < FEWEST) {
      throw Problem.badField(
          "short-password", field, "A password has %d characters or more.".formatted(FEWEST));
    }
    if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      throw Problem.badField(
          "long-password", field, "A password has %d bytes at most.".formatted(MOST_BYTES));
    }
    if (name.length() >= TELLING && Users.lower(password).contains(Users.lower(name))) {
      throw Problem.badField(
          "easy-password", field, "The password holds the name; choose another one.");
    }
    return password;
  }
}
