package io.sluice.samples.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

/** An empty database that lasts as long as this process: H2, or real PostgreSQL. */
public final class EmbeddedDatabase {
  private final String url;
  private final String user;

  private EmbeddedDatabase(String url, String user) {
    this.url = url;
    this.user = user;
  }

  /** PostgreSQL where {@code -Dsluice.test.database=postgres}, otherwise H2. */
  public static EmbeddedDatabase ofThisTestRun() {
    return "postgres".equals(System.getProperty("sluice.test.database"))
        ? postgres(Map.of())
        : h2(Path.of("target/h2"));
  }

  /** An H2 file database in a new folder of its own below {@code folder}. */
  public static EmbeddedDatabase h2(Path folder) {
    Path file = folder.resolve(UUID.randomUUID().toString()).resolve("sluice").toAbsolutePath();
    return new EmbeddedDatabase(
        "jdbc:h2:file:" + file + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE", "sa");
  }

  /** A PostgreSQL server of its own, stopped with this process. */
  public static EmbeddedDatabase postgres(Map<String, String> settings) {
    try {
      EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
      settings.forEach(builder::setServerConfig);
      return new EmbeddedDatabase(builder.start().getJdbcUrl("postgres", "postgres"), "postgres");
    } catch (IOException e) {
      throw new UncheckedIOException("Could not start PostgreSQL", e);
    }
  }

  /** Spring properties that point a server at this database. */
  public Map<String, String> properties() {
    return Map.of(
        "spring.datasource.url",
        url,
        "spring.datasource.username",
        user,
        "spring.datasource.password",
        "",
        // It ends with the process, while servers in it are still ending: let none wait for it.
        "spring.datasource.hikari.connection-timeout",
        "3000");
  }
}
