package io.sluice.engine.run;

/** The people of a cohort who left a node by a port, all of them or those with one reason. */
record PortAudience(
    long cohort, String node, String port, String reason, int members, String hash) {
  /** The rest of a time node that somebody skipped. */
  static final String SKIPPED = "skipped";

  boolean isWholePort() {
    return reason.isEmpty();
  }
}
