package io.sluice.engine.bpmn;

import java.time.Instant;

/**
 * What happens when a process reaches a node. Called inside the transaction of the process step.
 */
public interface StepHandler {
  /** The cohort comes to where it waits for receipts before it arrives at the node. */
  void awaiting(CohortRef cohort, String node);

  /** Until when it waits there at the latest. */
  Instant awaitsUntil(CohortRef cohort, String node);

  /** The cohort arrives at the node: its audiences are computed and kept. */
  void arrived(CohortRef cohort, String node);

  /**
   * The place of a node among nodes that are due at the same time, ascending. Where it matters,
   * those with a lower one are computed first.
   */
  int placeOf(CohortRef cohort, String node);

  /** When the cohort goes on from a time node at which it arrived before. */
  Instant releaseOf(CohortRef cohort, String node);

  /** The cohort leaves a time node. */
  void released(CohortRef cohort, String node);

  /** The process of the cohort has come to its end. */
  void ended(CohortRef cohort);
}
