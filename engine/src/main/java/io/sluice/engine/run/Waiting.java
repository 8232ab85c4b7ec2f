package io.sluice.engine.run;

import java.time.Instant;

/**
 * People of a cohort who wait at a node for the same instant.
 *
 * @param port by which they leave
 * @param hash names the audience; null long after the end of the run
 * @param releasedAt when they were let go; null while they wait
 * @param child the cohort in which they went on; null where they wait or go no further
 */
record Waiting(
    long cohort,
    String node,
    String port,
    Instant due,
    int members,
    String hash,
    Instant releasedAt,
    Long child) {
  boolean isOpen() {
    return releasedAt == null;
  }
}
