package io.sluice.engine.run;

import io.sluice.engine.web.Counted;
import java.time.Instant;

/**
 * A node to which another number of people came than was approved.
 *
 * @param approved how many come there by what was approved: by the dry run, or by who let the run
 *     go on before
 * @param live how many came
 * @param allowed by how many percent they may depart
 * @param foundAt when the run was paused for it
 * @param decidedBy who let the run go on all the same; null while nobody has
 * @param words what was said with it; may be null
 * @param decidedAt when that was; null while nobody has
 */
record Departure(
    String node,
    int approved,
    int live,
    int allowed,
    Instant foundAt,
    String decidedBy,
    String words,
    Instant decidedAt) {
  boolean isOpen() {
    return decidedAt == null;
  }

  /** What happened, for people. */
  String sentence() {
    return "to node '%s' come %s, and %d were approved, which is more than %d %% apart"
        .formatted(node, Counted.people(live), approved, allowed);
  }
}
