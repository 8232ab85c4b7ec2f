package io.sluice.engine.bpmn;

import java.time.Instant;

/**
 * What happens when a process reaches a node. Called inside the transaction of the process step.
 */
public interface StepHandler {
  /** The cohort arrives at the node: its audiences are computed and kept. */
  void arrived(CohortRef cohort, String node);

  /** When the cohort goes on from a time node at which it arrived before. */
  Instant releaseOf(CohortRef cohort, String node);

  /** The cohort leaves a time node. */
  void released(CohortRef cohort, String node);

  /** The process of the cohort has come to its end. */
  void ended(CohortRef cohort);
}
