package io.sluice.engine.segment;

import io.sluice.node.Audience;
import io.sluice.node.SetWrite;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * One row of a set's log. What happened later wins; at the same instant, what was written later.
 */
record SetChange(
    Instant at, long seq, SetWrite.Change change, Audience members, Optional<Instant> expiresAt) {
  static final Comparator<SetChange> ORDER =
      Comparator.comparing(SetChange::at).thenComparingLong(SetChange::seq);
}
