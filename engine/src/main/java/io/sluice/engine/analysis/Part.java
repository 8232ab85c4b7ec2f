package io.sluice.engine.analysis;

import io.sluice.node.Audience;
import java.time.Instant;

/**
 * People whose orders count from an instant on.
 *
 * @param from the first instant that counts
 * @param to the first instant that does not count any more
 * @param counted whose orders are counted
 * @param watched of whom it matters whether they bought: those, and people to compare with
 */
record Part(Instant from, Instant to, Audience counted, Audience watched) {
  boolean counts(int member, Instant at) {
    return isIn(at) && counted.contains(member);
  }

  boolean watches(int member, Instant at) {
    return isIn(at) && watched.contains(member);
  }

  private boolean isIn(Instant at) {
    return !at.isBefore(from) && at.isBefore(to);
  }
}
