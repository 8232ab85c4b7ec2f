package io.sluice.engine.bpmn;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.sluice.engine.storage.Servers;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Frees the jobs that a killed server had locked, so that runs go on at once and not after the lock
 * time. H2 lets one process in at a time, so there all other owners are dead.
 */
@Component
class AbandonedJobs {
  private static final Logger LOG = LoggerFactory.getLogger(AbandonedJobs.class);
  private static final Table<Record> JOB = table(name("act_ru_job"));
  private static final Field<String> OWNER = field(name("act_ru_job", "lock_owner_"), String.class);
  private static final Field<java.sql.Timestamp> EXPIRES =
      field(name("act_ru_job", "lock_exp_time_"), java.sql.Timestamp.class);

  private final DSLContext db;
  private final Servers servers;

  AbandonedJobs(DSLContext db, Servers servers, ProcessEngine engine) {
    this.db = db;
    this.servers = servers;
    ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
        .getJobExecutor()
        .setLockOwner(servers.me());
    free();
  }

  @Scheduled(fixedDelayString = "${sluice.run.look-for-dead-servers:PT2S}")
  void free() {
    List<String> owners =
        db.selectDistinct(OWNER)
            .from(JOB)
            .where(OWNER.isNotNull(), OWNER.ne(servers.me()))
            .fetch(OWNER);
    for (String other : owners) {
      if (servers.isDead(other)) {
        int freed = db.update(JOB).setNull(OWNER).setNull(EXPIRES).where(OWNER.eq(other)).execute();
        LOG.info("Freed {} jobs of server {}, which is gone", freed, other);
      }
    }
  }
}
