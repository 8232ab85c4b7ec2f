package io.sluice.engine.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * The database that this test run is on: H2, or real PostgreSQL where {@code
 * -Dsluice.test.database=postgres}. The build runs the suite once on each.
 */
public final class TestDatabase {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static EmbeddedPostgres postgres;

  private final String url;
  private final String user;

  private TestDatabase(String url, String user) {
    this.url = url;
    this.user = user;
  }

  /** Whether this run is on PostgreSQL. */
  public static boolean isPostgres() {
    return "postgres".equals(System.getProperty("sluice.test.database"));
  }

  /** A new empty database. */
  public static TestDatabase create() {
    return isPostgres() ? createPostgres() : createH2();
  }

  /** A database that somebody else started. */
  public static TestDatabase at(String url, String user) {
    return new TestDatabase(url, user);
  }

  private static TestDatabase createH2() {
    try {
      Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/h2")), "db");
      String file = folder.toAbsolutePath().resolve("sluice").toString();
      return new TestDatabase(
          "jdbc:h2:file:" + file + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE", "sa");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static synchronized TestDatabase createPostgres() {
    try {
      if (postgres == null) {
        postgres =
            EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "1000")
                .setRegisterShutdownHook(false)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(TestDatabase::stopAfterServers));
      }
      String name = "sluice_" + NUMBER.incrementAndGet();
      try (Connection connection = postgres.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("create database " + name);
      }
      return new TestDatabase(postgres.getJdbcUrl("postgres", name), "postgres");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A server that closes without its database would wait for a connection in vain. */
  private static void stopAfterServers() {
    // Hooks begin in any order: the servers' may not have begun yet.
    for (int tries = 0; tries < 50; tries++) {
      for (Thread thread : Thread.getAllStackTraces().keySet()) {
        if (thread.getName().equals("SpringApplicationShutdownHook")) {
          tries = 50;
          join(thread);
        }
      }
      LockSupport.parkNanos(10_000_000);
    }
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join(20_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The JDBC address. */
  public String url() {
    return url;
  }

  /** The database user; there is no password. */
  public String user() {
    return user;
  }

  /** Spring properties that point a server at this database. */
  public List<String> properties() {
    return List.of(
        "spring.datasource.url=" + url,
        "spring.datasource.username=" + user,
        "spring.datasource.password=",
        "sluice.imports.folder=target/imports/%d-%x"
            .formatted(ProcessHandle.current().pid(), url.hashCode()));
  }
}
