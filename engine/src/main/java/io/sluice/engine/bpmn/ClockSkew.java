package io.sluice.engine.bpmn;

import io.sluice.engine.server.Installation;
import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Takes no work while this machine's clock and the database's are more than a second apart: the
 * process engine decides by the machine's clock what is due.
 */
@Component
class ClockSkew {
  private static final Logger LOG = LoggerFactory.getLogger(ClockSkew.class);
  private static final Duration MOST = Duration.ofSeconds(1);

  private final DSLContext db;
  private final Installation installation;
  private final JobExecutor executor;
  private boolean held;
  private boolean onHold;

  ClockSkew(DSLContext db, Installation installation, ProcessEngine engine) {
    this.db = db;
    this.installation = installation;
    this.executor =
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
  }

  @Scheduled(fixedDelayString = "${sluice.run.look-at-clock:PT5S}")
  void look() {
    Instant before = Instant.now();
    Instant database =
        db.select(DSL.field("current_timestamp", SQLDataType.TIMESTAMPWITHTIMEZONE))
            .fetchSingle()
            .value1()
            .toInstant();
    judge(before, database, Instant.now());
  }

  /** A server on hold leaves the jobs alone; whatever it took before is refused by the steps. */
  @Scheduled(fixedDelayString = "${sluice.run.look-at-hold:PT2S}")
  synchronized void lookAtHold() {
    boolean wasOnHold = onHold;
    onHold = installation.refresh().isPresent();
    if (onHold && executor.isActive()) {
      executor.shutdown();
    } else if (wasOnHold && !onHold && !held) {
      executor.start();
    }
  }

  /** The database was asked between the two instants of this machine. */
  synchronized void judge(Instant before, Instant database, Instant after) {
    boolean apart = database.isBefore(before.minus(MOST)) || database.isAfter(after.plus(MOST));
    if (apart && executor.isActive()) {
      LOG.error(
          "This machine's clock says {} and the database's {}: taking no work until they agree."
              + " Set both by NTP.",
          after,
          database);
      executor.shutdown();
      held = true;
    } else if (!apart && held && !onHold) {
      LOG.info("The clocks agree again; taking work");
      executor.start();
      held = false;
    }
  }
}
