package io.sluice.engine.server;

import io.sluice.engine.storage.DatabaseKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.stereotype.Component;

/**
 * Tells one database from its copies. PostgreSQL knows who it is: its cluster has a number of its
 * own, a restore to a point in time or a promoted standby begins a new timeline, and a restored
 * dump is a database of its own. A file knows nothing, so its path counts, and a note beside it of
 * how often it was opened: a file that was replaced by an older one is behind its note.
 */
@Component
class DatabaseIdentity {
  private static final String FILE = "jdbc:h2:file:";

  private final DSLContext db;
  private final DatabaseKind kind;
  private final Optional<Path> file;

  DatabaseIdentity(DSLContext db, DatabaseKind kind, DataSourceProperties database) {
    this.db = db;
    this.kind = kind;
    String url = database.determineUrl();
    this.file =
        url.startsWith(FILE)
            ? Optional.of(
                Path.of(url.substring(FILE.length()).split(";", 2)[0]).toAbsolutePath().normalize())
            : Optional.empty();
  }

  /** The identity, at most 500 characters; it stays as long as nobody copies or restores. */
  String now() {
    if (kind == DatabaseKind.POSTGRES) {
      return db.resultQuery(
              """
              select 'cluster ' || s.system_identifier || ', timeline ' || c.timeline_id
                || ', database ' || d.oid
              from pg_control_system() s, pg_control_checkpoint() c, pg_database d
              where d.datname = current_database()
              """)
          .fetchSingle()
          .get(0, String.class);
    }
    return file.map(path -> "file " + path).orElse("memory");
  }

  /** How often the database was opened as its own notes say; empty where there are none. */
  Optional<Long> startsNoted() {
    return note()
        .filter(Files::exists)
        .map(
            path -> {
              try {
                return Long.parseLong(Files.readString(path).strip());
              } catch (IOException | NumberFormatException e) {
                return null;
              }
            });
  }

  void noteStarts(long starts) {
    note()
        .ifPresent(
            path -> {
              try {
                Files.writeString(path, Long.toString(starts));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  private Optional<Path> note() {
    return file.map(path -> path.resolveSibling(path.getFileName() + ".starts"));
  }
}
