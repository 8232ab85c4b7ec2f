package io.sluice.engine.access;

import static io.sluice.engine.access.AccessTables.*;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is logged in. Sessions are kept in the database, so that they outlive a restart and are the
 * same on every server. The browser holds 256 random bits; the database only their hash.
 */
@Repository
class Sessions {
  static final Duration IDLE = Duration.ofHours(12);
  static final Duration LONGEST = Duration.ofDays(7);
  private static final Duration SEEN_EVERY = Duration.ofMinutes(1);
  private static final int BYTES = 32;

  private final SecureRandom random = new SecureRandom();
  private final DSLContext db;
  private final Users users;
  private final Clock clock;

  Sessions(DSLContext db, Users users, Clock clock) {
    this.db = db;
    this.users = users;
    this.clock = clock;
  }

  /** Logs a user in, and returns what the browser has to show. Forgets sessions that are over. */
  @Transactional
  public String begin(String user) {
    Instant now = clock.instant();
    db.deleteFrom(SESSION)
        .where(SEEN.lt(now.minus(IDLE)).or(BEGAN.lt(now.minus(LONGEST))))
        .execute();
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    db.insertInto(SESSION, TOKEN, SESSION_USER, BEGAN, SEEN)
        .values(hash(token), user, now, now)
        .execute();
    return token;
  }

  /** Who shows this, unless the session is over or the user disabled. */
  @Transactional
  public Optional<User> find(String token) {
    String hash = hash(token);
    Instant now = clock.instant();
    return db.select(SESSION_USER, BEGAN, SEEN)
        .from(SESSION)
        .where(TOKEN.eq(hash))
        .fetchOptional()
        .filter(row -> row.value2().isAfter(now.minus(LONGEST)))
        .filter(row -> row.value3().isAfter(now.minus(IDLE)))
        .flatMap(
            row -> {
              if (row.value3().isBefore(now.minus(SEEN_EVERY))) {
                db.update(SESSION).set(SEEN, now).where(TOKEN.eq(hash)).execute();
              }
              return users.find(row.value1());
            })
        .filter(user -> !user.disabled());
  }

  /** Logs out. */
  @Transactional
  public void end(String token) {
    db.deleteFrom(SESSION).where(TOKEN.eq(hash(token))).execute();
  }

  private static String hash(String token) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
