package io.sluice.engine.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.sluice.engine.storage.ServerPulse;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.TestDatabase;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;

@EngineTest
class AbandonedJobsTest {
  @Autowired AbandonedJobs abandoned;
  @Autowired DSLContext db;
  @Autowired DataSourceProperties database;

  @Test
  void freesTheJobsOfAServerThatIsGone() {
    lockJob("job-1", "sluice-17");

    abandoned.free();

    assertThat(ownerOf("job-1")).isNull();
  }

  @Test
  @EnabledIf("onPostgres")
  void leavesTheJobsOfALivingServerAlone() throws SQLException {
    lockJob("job-2", "sluice-18");
    ServerPulse living =
        new ServerPulse(
            DriverManager.getConnection(database.determineUrl(), database.determineUsername(), ""),
            18);

    abandoned.free();
    assertThat(ownerOf("job-2")).isEqualTo("sluice-18");

    living.close();
    abandoned.free();
    assertThat(ownerOf("job-2")).isNull();
  }

  static boolean onPostgres() {
    return TestDatabase.isPostgres();
  }

  private void lockJob(String id, String owner) {
    db.insertInto(table(name("act_ru_job")))
        .set(field(name("id_")), id)
        .set(field(name("rev_")), 1)
        .set(field(name("type_")), "message")
        .set(field(name("retries_")), 3)
        .set(field(name("suspension_state_")), 2)
        .set(field(name("lock_owner_")), owner)
        .set(field(name("lock_exp_time_")), Timestamp.from(Instant.now().plusSeconds(300)))
        .execute();
  }

  private String ownerOf(String id) {
    return db.select(field(name("lock_owner_"), String.class))
        .from(table(name("act_ru_job")))
        .where(field(name("id_"), String.class).eq(id))
        .fetchSingle()
        .value1();
  }
}
