package io.sluice.engine.bpmn;

/**
 * Names the cohort that moves through a process; its text is the business key of the process
 * instance, so that no process variable is needed.
 */
public record CohortRef(int workspace, long run, long cohort) {
  /** The business key. */
  public String businessKey() {
    return workspace + "." + run + "." + cohort;
  }

  static CohortRef ofBusinessKey(String key) {
    String[] parts = key.split("\\.");
    return new CohortRef(
        Integer.parseInt(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
  }
}
