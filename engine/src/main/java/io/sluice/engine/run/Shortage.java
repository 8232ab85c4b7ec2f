package io.sluice.engine.run;

import io.sluice.engine.bpmn.StepHeld;
import org.springframework.stereotype.Component;

/** Pauses runs for whose rewards the budget has too little. */
@Component
class Shortage {
  private static final String BUDGET = "budget";

  private final RunStore store;
  private final SelfPause pause;

  Shortage(RunStore store, SelfPause pause) {
    this.store = store;
    this.pause = pause;
  }

  /** What the step throws. */
  StepHeld of(Run run, String node) {
    return pause.of(
        run,
        "The budget has too little left for node '" + node + "'",
        now -> store.hold(now, BUDGET, node));
  }
}
