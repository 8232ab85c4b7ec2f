package io.sluice.engine.server;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Notices at start that the database is a copy, or was restored: then what it says is still to be
 * done may have been done already, and nothing goes out until somebody confirms.
 */
@Component
public class Installation {
  private static final Logger LOG = LoggerFactory.getLogger(Installation.class);
  private static final int ONLY = 1;
  private static final Table<Record> INSTALLATION = table(name("installation"));
  private static final Field<Integer> ID = field(name("installation", "id"), Integer.class);
  private static final Field<String> IDENTITY =
      field(name("installation", "identity"), String.class);
  private static final Field<Long> STARTS = field(name("installation", "starts"), Long.class);
  private static final Field<Instant> HELD_SINCE =
      field(name("installation", "held_since"), SQLDataType.INSTANT(6));
  private static final Field<String> HELD_REASON =
      field(name("installation", "held_reason"), String.class);

  private final DSLContext db;
  private final DatabaseIdentity identity;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private volatile Optional<Hold> hold;
  private long starts = 1;

  Installation(
      DSLContext db, DatabaseIdentity identity, TransactionTemplate transaction, Clock clock) {
    this.db = db;
    this.identity = identity;
    this.transaction = transaction;
    this.clock = clock;
    this.hold = transaction.execute(status -> compare());
    // After the commit: a note ahead of the database would look like a restored file.
    identity.noteStarts(starts);
    hold.ifPresent(
        held ->
            LOG.warn(
                "ON HOLD: {} Nothing is sent and no run goes on until somebody confirms with POST"
                    + " /api/server/release",
                held.reason()));
  }

  /**
   * Why nothing goes out.
   *
   * @param since when it was noticed
   * @param reason a sentence
   */
  public record Hold(Instant since, String reason) {}

  /** The hold that this server is under, where it is. */
  public Optional<Hold> hold() {
    return hold;
  }

  /** Looks again: another server may have been told to go on. */
  public Optional<Hold> refresh() {
    if (hold.isPresent()) {
      hold = transaction.execute(status -> read());
    }
    return hold;
  }

  /** Somebody made sure that it is right to go on with this database. */
  public void release() {
    transaction.executeWithoutResult(
        status ->
            db.update(INSTALLATION)
                .set(IDENTITY, identity.now())
                .setNull(HELD_SINCE)
                .setNull(HELD_REASON)
                .where(ID.eq(ONLY))
                .execute());
    hold = Optional.empty();
    LOG.info("The hold was released");
  }

  private Optional<Hold> compare() {
    String now = identity.now();
    Optional<Record> known =
        db.select(IDENTITY, STARTS)
            .from(INSTALLATION)
            .where(ID.eq(ONLY))
            .forUpdate()
            .fetchOptional()
            .map(row -> row);
    if (known.isEmpty()) {
      db.insertInto(INSTALLATION)
          .set(ID, ONLY)
          .set(IDENTITY, now)
          .set(STARTS, 1L)
          .onConflict(ID)
          .doNothing()
          .execute();
      return Optional.empty();
    }
    long counted = known.get().get(STARTS);
    String before = known.get().get(IDENTITY);
    if (!before.equals(now)) {
      hold("The database is not the one it was: it was " + before + " and is " + now + ".");
    } else if (identity.startsNoted().filter(noted -> noted > counted).isPresent()) {
      hold(
          "The database file is older than it was: it was opened "
              + identity.startsNoted().get()
              + " times and knows of "
              + counted
              + ".");
    }
    starts = Math.max(counted, identity.startsNoted().orElse(0L)) + 1;
    db.update(INSTALLATION).set(STARTS, starts).where(ID.eq(ONLY)).execute();
    return read();
  }

  private void hold(String reason) {
    db.update(INSTALLATION)
        .set(HELD_SINCE, clock.instant())
        .set(HELD_REASON, reason)
        .where(ID.eq(ONLY))
        .execute();
  }

  private Optional<Hold> read() {
    return db.select(HELD_SINCE, HELD_REASON)
        .from(INSTALLATION)
        .where(ID.eq(ONLY), HELD_SINCE.isNotNull())
        .fetchOptional(row -> new Hold(row.get(HELD_SINCE), row.get(HELD_REASON)));
  }
}
