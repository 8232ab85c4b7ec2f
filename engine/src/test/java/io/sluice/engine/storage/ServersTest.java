package io.sluice.engine.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.TestDatabase;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;

@EngineTest
class ServersTest {
  @Autowired Servers servers;
  @Autowired DataSourceProperties database;

  static boolean onPostgres() {
    return TestDatabase.isPostgres();
  }

  @Test
  @DisabledIf("onPostgres")
  void areOneWhereOnlyOneCanHaveTheFile() {
    servers.showThatWeLive();

    assertThat(servers.living()).isOne();
  }

  @Test
  @EnabledIf("onPostgres")
  void countThoseThatLive() throws SQLException {
    try (ServerPulse other =
        new ServerPulse(
            DriverManager.getConnection(database.determineUrl(), database.determineUsername(), ""),
            19)) {
      servers.showThatWeLive();
      assertThat(other.living()).isEqualTo(2);
      assertThat(servers.living()).isEqualTo(2);
    }

    await()
        .until(
            () -> {
              servers.showThatWeLive();
              return servers.living() == 1;
            });
  }
}
