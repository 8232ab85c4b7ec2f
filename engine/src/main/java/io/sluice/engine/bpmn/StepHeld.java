package io.sluice.engine.bpmn;

import org.camunda.bpm.engine.OptimisticLockingException;

/**
 * A step may not be done now, because somebody paused or stopped the run while the step was about
 * to begin. It is rolled back and is no failure: the process engine tries again later, if at all.
 */
public final class StepHeld extends OptimisticLockingException {
  private static final long serialVersionUID = 1L;

  /** Holds the step. */
  public StepHeld(String message) {
    super(message);
  }
}
