package io.sluice.engine.analysis;

import io.sluice.engine.server.Installation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every minute for runs that are due to be counted. */
@Component
class RecountSweep {
  private static final Logger LOG = LoggerFactory.getLogger(RecountSweep.class);

  private final RecountRows rows;
  private final Recounts recounts;
  private final Installation installation;

  RecountSweep(RecountRows rows, Recounts recounts, Installation installation) {
    this.rows = rows;
    this.recounts = recounts;
    this.installation = installation;
  }

  @Scheduled(
      initialDelayString = "${sluice.analysis.sweep:PT1M}",
      fixedDelayString = "${sluice.analysis.sweep:PT1M}")
  void sweep() {
    if (installation.hold().isPresent()) {
      return;
    }
    for (RecountRows.Open run : rows.open()) {
      try {
        recounts.come(run);
      } catch (RuntimeException e) {
        // The other runs are counted all the same.
        LOG.error("Run {} could not be counted", run, e);
      }
    }
  }
}
