package io.sluice.engine.alert;

import io.sluice.engine.server.Installation;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.TaskExecutor;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks for troubles, ends those that are over, and has contacts told. */
@Component
class AlertSweep {
  private static final Logger LOG = LoggerFactory.getLogger(AlertSweep.class);

  private final List<TroubleSource> sources;
  private final Alerts alerts;
  private final AlertRows rows;
  private final Notices notices;
  private final AlertSettings settings;
  private final Installation installation;
  private final TaskExecutor executor;
  private final Clock clock;
  private final AtomicBoolean sending = new AtomicBoolean();

  AlertSweep(
      List<TroubleSource> sources,
      Alerts alerts,
      AlertRows rows,
      Notices notices,
      AlertSettings settings,
      Installation installation,
      @Qualifier("applicationTaskExecutor") TaskExecutor executor,
      Clock clock) {
    this.sources = sources;
    this.alerts = alerts;
    this.rows = rows;
    this.notices = notices;
    this.settings = settings;
    this.installation = installation;
    this.executor = executor;
    this.clock = clock;
  }

  @Scheduled(
      initialDelayString = "${sluice.alerts.sweep:PT30S}",
      fixedDelayString = "${sluice.alerts.sweep:PT30S}")
  void sweep() {
    if (installation.hold().isPresent()) {
      return;
    }
    for (TroubleSource source : sources) {
      try {
        source.troubles().forEach(alerts::see);
      } catch (RuntimeException e) {
        // The others are looked at all the same.
        LOG.error("{} cannot look for troubles", source.getClass().getSimpleName(), e);
      }
    }
    rows.endUnseenSince(clock.instant().minus(settings.overAfter()), clock.instant());
    rows.untoldSince(clock.instant().minus(settings.repeat())).forEach(notices::take);
    if (sending.compareAndSet(false, true)) {
      executor.execute(this::send);
    }
  }

  /** On a thread of its own: others wait for the one that sweeps. */
  private void send() {
    try {
      notices.send();
    } finally {
      sending.set(false);
    }
  }
}
