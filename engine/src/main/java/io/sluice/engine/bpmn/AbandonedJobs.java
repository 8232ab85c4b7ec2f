package io.sluice.engine.bpmn;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.sluice.engine.storage.DatabaseKind;
import jakarta.annotation.PreDestroy;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Frees the jobs that a killed server had locked, so that runs go on at once and not after the lock
 * time. H2 lets one process in at a time, so there all other owners are dead.
 */
@Component
class AbandonedJobs {
  private static final Logger LOG = LoggerFactory.getLogger(AbandonedJobs.class);
  private static final String OWNER_PREFIX = "sluice-";
  private static final Table<Record> JOB = table(name("act_ru_job"));
  private static final Field<String> OWNER = field(name("act_ru_job", "lock_owner_"), String.class);
  private static final Field<java.sql.Timestamp> EXPIRES =
      field(name("act_ru_job", "lock_exp_time_"), java.sql.Timestamp.class);

  private final DSLContext db;
  private final DatabaseKind kind;
  private final DataSourceProperties database;
  private final int number;
  private final String owner;
  private ServerPulse pulse;

  AbandonedJobs(
      DSLContext db, DatabaseKind kind, DataSourceProperties database, ProcessEngine engine) {
    this.db = db;
    this.kind = kind;
    this.database = database;
    this.number = ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE);
    this.owner = OWNER_PREFIX + number;
    ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
        .getJobExecutor()
        .setLockOwner(owner);
    free();
  }

  @Scheduled(fixedDelayString = "${sluice.run.look-for-dead-servers:PT2S}")
  void free() {
    showThatWeLive();
    List<String> owners =
        db.selectDistinct(OWNER).from(JOB).where(OWNER.isNotNull(), OWNER.ne(owner)).fetch(OWNER);
    for (String other : owners) {
      if (isDead(other)) {
        int freed = db.update(JOB).setNull(OWNER).setNull(EXPIRES).where(OWNER.eq(other)).execute();
        LOG.info("Freed {} jobs of server {}, which is gone", freed, other);
      }
    }
  }

  private boolean isDead(String other) {
    if (kind == DatabaseKind.H2) {
      return true;
    }
    if (pulse == null || !other.matches(OWNER_PREFIX + "[0-9]{1,10}")) {
      return false;
    }
    try {
      return pulse.isDead(Integer.parseInt(other.substring(OWNER_PREFIX.length())));
    } catch (SQLException e) {
      LOG.warn("Cannot tell whether server {} lives; will ask again", other, e);
      return false;
    }
  }

  private void showThatWeLive() {
    if (kind == DatabaseKind.H2 || (pulse != null && pulse.beats())) {
      return;
    }
    try {
      pulse =
          new ServerPulse(
              DriverManager.getConnection(
                  database.determineUrl(),
                  database.determineUsername(),
                  database.determinePassword()),
              number);
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
