package io.sluice.engine.kill;

import io.sluice.engine.testing.TestDatabase;
import java.util.Optional;

/** The database of one test: an H2 file, or a PostgreSQL that can be restarted. */
record Databases(TestDatabase database, Optional<RestartedPostgres> postgres)
    implements AutoCloseable {
  static Databases start() {
    if (!TestDatabase.isPostgres()) {
      return new Databases(TestDatabase.create(), Optional.empty());
    }
    RestartedPostgres postgres = new RestartedPostgres();
    return new Databases(postgres.database(), Optional.of(postgres));
  }

  @Override
  public void close() {
    postgres.ifPresent(RestartedPostgres::close);
  }
}
