package io.sluice.engine.run;

import io.sluice.engine.bpmn.Processes;
import java.util.Set;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Brings processes in line with their runs where a server died between the two. */
@Component
class RunSweep {
  private final RunStore store;
  private final Runs runs;
  private final Processes processes;

  RunSweep(RunStore store, Runs runs, Processes processes) {
    this.store = store;
    this.runs = runs;
    this.processes = processes;
  }

  @Scheduled(fixedDelayString = "${sluice.run.sweep:PT5S}")
  void sweep() {
    store.heldOrStopped().forEach(runs::align);
    Set<String> suspended = processes.suspended();
    if (!suspended.isEmpty()) {
      store.runningWith(suspended).forEach(runs::align);
    }
  }
}
