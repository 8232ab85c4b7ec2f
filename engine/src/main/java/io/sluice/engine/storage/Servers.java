package io.sluice.engine.storage;

import jakarta.annotation.PreDestroy;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The servers that share the database. Whatever a server works on carries its name, so that others
 * can take it over once the server is gone: at once where the database tells that its process died,
 * else when its lease runs out.
 */
@Component
public class Servers {
  private static final Logger LOG = LoggerFactory.getLogger(Servers.class);
  private static final String PREFIX = "sluice-";

  /** After so many of its beats a living server has shown itself to a database that restarted. */
  private static final int PULSES = 5;

  private final DatabaseKind kind;
  private final DataSourceProperties database;
  private final int number = ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE);
  private final Duration pulseTime;
  private ServerPulse pulse;
  private volatile int living = 1;

  Servers(
      DatabaseKind kind,
      DataSourceProperties database,
      @Value("${sluice.servers.pulse:PT2S}") Duration pulseTime) {
    this.pulseTime = pulseTime;
    this.kind = kind;
    this.database = database;
    showThatWeLive();
  }

  /** The name of this server; no two that run at the same time have the same. */
  public String me() {
    return PREFIX + number;
  }

  /** How many servers shared the database a moment ago, this one among them: at least 1. */
  public int living() {
    return living;
  }

  /** Whether the server of that name has certainly died. */
  public boolean isDead(String other) {
    if (other.equals(me())) {
      return false;
    }
    if (kind == DatabaseKind.H2) {
      // One process at a time has the file.
      return true;
    }
    if (pulse == null || !other.matches(PREFIX + "[0-9]{1,10}")) {
      return false;
    }
    try {
      return pulse.isDead(
          Integer.parseInt(other.substring(PREFIX.length())), pulseTime.multipliedBy(PULSES));
    } catch (SQLException e) {
      LOG.warn("Cannot tell whether server {} lives; will ask again", other, e);
      return false;
    }
  }

  @Scheduled(fixedDelayString = "${sluice.servers.pulse:PT2S}")
  final void showThatWeLive() {
    if (kind == DatabaseKind.H2) {
      return;
    }
    try {
      if (pulse == null || !pulse.beats()) {
        if (pulse != null) {
          pulse.close();
        }
        pulse =
            new ServerPulse(
                DriverManager.getConnection(
                    database.determineUrl(),
                    database.determineUsername(),
                    database.determinePassword()),
                number);
      }
      living = Math.max(1, pulse.living());
    } catch (SQLException e) {
      LOG.warn("Cannot show other servers that this one is alive; will try again", e);
    }
  }

  @PreDestroy
  void close() throws SQLException {
    if (pulse != null) {
      pulse.close();
    }
  }
}
