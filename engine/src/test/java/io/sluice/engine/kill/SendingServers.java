package io.sluice.engine.kill;

import java.util.Random;

/** The servers of a test that send: one, and while one stands still also a second one. */
final class SendingServers implements AutoCloseable {
  private static final int LEASE_MILLIS = 2_000;

  private final Databases databases;
  private ServerProcess server;

  SendingServers(Databases databases) {
    this.databases = databases;
    server = start();
  }

  ServerProcess any() {
    return server;
  }

  private ServerProcess start() {
    return ServerProcess.start(
        databases.database(),
        "sluice.outbound.allowed=127.0.0.1",
        "sluice.delivery.lease=PT%dS".formatted(LEASE_MILLIS / 1_000),
        "sluice.delivery.sweep=PT0.5S",
        "sluice.servers.pulse=PT0.5S");
  }

  /**
   * Disturbs what is being sent, and returns when servers could be sending again.
   *
   * @return how many servers it harmed
   */
  int disturb(Disturbance disturbance, Random random) throws InterruptedException {
    switch (disturbance) {
      case KILL -> {
        server.kill();
        server = start();
      }
      case HALT -> {
        return halt();
      }
      case RESTART_DATABASE -> {
        databases.postgres().orElseThrow().stopFast();
        away(random);
      }
      case CRASH_DATABASE -> {
        databases.postgres().orElseThrow().stopImmediately();
        away(random);
      }
    }
    return 1;
  }

  private int halt() throws InterruptedException {
    server.halt();
    if (databases.postgres().isEmpty()) {
      Thread.sleep(2 * LEASE_MILLIS);
      server.goOn();
      return 1;
    }
    // Somebody else takes over; the one that stood still finds that out when it goes on.
    try (ServerProcess halted = server) {
      server = start();
      Thread.sleep(LEASE_MILLIS);
      halted.goOn();
      Thread.sleep(LEASE_MILLIS / 4);
    }
    return 2;
  }

  /** For a moment, or for longer than the lease. */
  private void away(Random random) throws InterruptedException {
    Thread.sleep(random.nextInt(2 * LEASE_MILLIS));
    databases.postgres().orElseThrow().start();
  }

  @Override
  public void close() {
    server.kill();
  }
}
