package io.sluice.engine.kill;

import static org.awaitility.Awaitility.await;

import io.sluice.engine.testing.TestDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A PostgreSQL of a test's own that goes away and comes back, on the same port and data. */
final class RestartedPostgres implements AutoCloseable {
  private final Path folder;
  private final int port;
  private EmbeddedPostgres postgres;

  RestartedPostgres() {
    try {
      port = freePort();
      folder =
          Files.createTempDirectory(Files.createDirectories(Path.of("target/postgres")), "data")
              .toAbsolutePath();
      postgres = started();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private EmbeddedPostgres started() throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(folder)
        .setCleanDataDirectory(false)
        .setPort(port)
        // As it comes from the shop: what was acknowledged survives a crash of the database.
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("max_connections", "200")
        .setPGStartupWait(Duration.ofMinutes(1))
        .start();
  }

  TestDatabase database() {
    return TestDatabase.at(postgres.getJdbcUrl("postgres", "postgres"), "postgres");
  }

  /** Stops it in PostgreSQL's mode "fast": open transactions are rolled back. */
  void stopFast() {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stops it in PostgreSQL's mode "immediate": it recovers from its log at the next start. */
  void stopImmediately() {
    try {
      String pid = Files.readAllLines(folder.resolve("postmaster.pid")).get(0).trim();
      new ProcessBuilder("kill", "-QUIT", pid).inheritIO().start().waitFor();
      await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () -> ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive).isEmpty());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    stopFast();
  }

  /** Starts it again after it was stopped. */
  void start() {
    try {
      postgres = started();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    stopFast();
  }
}
