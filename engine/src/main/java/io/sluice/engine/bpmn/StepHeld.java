package io.sluice.engine.bpmn;

import org.camunda.bpm.engine.OptimisticLockingException;

/**
 * A step may not be done now, because somebody paused or stopped the run while the step was about
 * to begin. It is rolled back and is no failure: the process engine tries again later, if at all.
 */
public final class StepHeld extends OptimisticLockingException {
  private static final long serialVersionUID = 1L;

  /** Begins what the process engine notes with the job. */
  private static final String HELD = "Held: ";

  /** Holds the step. */
  public StepHeld(String message) {
    super(HELD + message);
  }

  /** Whether the process engine noted that a job was held, and not that it failed. */
  static boolean isNotedAs(String message) {
    return message != null && message.startsWith(HELD);
  }
}
