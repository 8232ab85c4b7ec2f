package io.sluice.engine.run;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes details of old runs at night, step by step, so that other sweeps have their turns. */
@Component
class NightlyCleanUp {
  private final DetailsRemoval removal;
  private volatile boolean underWay;

  NightlyCleanUp(DetailsRemoval removal) {
    this.removal = removal;
  }

  @Scheduled(cron = "${sluice.run.clean-up:0 30 3 * * *}")
  void begin() {
    underWay = true;
  }

  @Scheduled(fixedDelayString = "PT1S")
  void step() {
    if (underWay) {
      underWay = removal.step();
    }
  }
}
