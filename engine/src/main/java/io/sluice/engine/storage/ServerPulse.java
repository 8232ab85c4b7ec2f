package io.sluice.engine.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Tells living servers from dead ones on PostgreSQL. Each server holds an advisory lock under its
 * own number on a connection of its own; when its process dies the database lets go of the lock,
 * and whoever can take it knows.
 */
public final class ServerPulse implements AutoCloseable {
  /** First half of the advisory lock's key, to keep clear of other users of the database. */
  private static final int SPACE = 0x51_1C_E0;

  private final Connection connection;
  private final int number;

  public ServerPulse(Connection connection, int number) throws SQLException {
    this.connection = connection;
    this.number = number;
    try {
      connection.setAutoCommit(true);
      if (!call("select pg_try_advisory_lock(?, ?)", number)) {
        throw new SQLException("Another server has the number " + number);
      }
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /**
   * Whether no living server has that number.
   *
   * @param settled for how long the database must have been up: its restart takes all locks away,
   *     and living servers need a while to take theirs again
   */
  synchronized boolean isDead(int other, Duration settled) throws SQLException {
    if (other == number
        || !holds(
            "select pg_postmaster_start_time() < clock_timestamp() - make_interval(secs => ?)",
            settled.toMillis() / 1000.0)) {
      return false;
    }
    if (!call("select pg_try_advisory_lock(?, ?)", other)) {
      return false;
    }
    call("select pg_advisory_unlock(?, ?)", other);
    return true;
  }

  /** How many servers live. */
  synchronized int living() throws SQLException {
    String sql =
        "select count(*) from pg_locks join pg_database on pg_database.oid = pg_locks.database"
            + " where datname = current_database() and locktype = 'advisory' and granted"
            + " and objsubid = 2 and classid::bigint = ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, SPACE);
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return result.getInt(1);
      }
    }
  }

  /** Whether the connection, and with it the lock, is still there. */
  synchronized boolean beats() {
    try {
      return connection.isValid(2);
    } catch (SQLException e) {
      return false;
    }
  }

  private boolean holds(String sql, double value) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setDouble(1, value);
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return result.getBoolean(1);
      }
    }
  }

  private boolean call(String sql, int key) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, SPACE);
      statement.setInt(2, key);
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return result.getBoolean(1);
      }
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
