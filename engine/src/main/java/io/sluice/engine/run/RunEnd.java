package io.sluice.engine.run;

import java.time.Clock;
import org.springframework.stereotype.Component;

/** Ends runs in which nobody moves and nobody waits any more. */
@Component
class RunEnd {
  private final RunStore runs;
  private final WaitingStore waiting;
  private final Clock clock;

  RunEnd(RunStore runs, WaitingStore waiting, Clock clock) {
    this.runs = runs;
    this.waiting = waiting;
    this.clock = clock;
  }

  /** Finishes the run, which is locked, if everybody has come to an end. */
  void finishIfOver(Run run) {
    if (!runs.hasOpenCohort(run) && !waiting.isAnybodyWaiting(run)) {
      runs.setState(run, RunState.FINISHED, clock.instant());
    }
  }
}
