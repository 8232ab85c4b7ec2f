package io.sluice.engine.dryrun;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * A dry run as it stands.
 *
 * @param state running, done, cancelled or failed
 * @param nodesDone how many of {@code nodes} are computed
 * @param result what would happen, once done
 * @param problem why it failed
 */
record DryRun(
    long id,
    String campaign,
    int version,
    String state,
    Instant instant,
    String seed,
    int nodesDone,
    int nodes,
    JsonNode result,
    String problem,
    Instant startedAt,
    Instant endedAt) {
  static final String RUNNING = "running";
  static final String DONE = "done";
  static final String CANCELLED = "cancelled";
  static final String FAILED = "failed";

  boolean isOpen() {
    return RUNNING.equals(state);
  }
}
