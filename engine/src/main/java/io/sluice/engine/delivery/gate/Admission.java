package io.sluice.engine.delivery.gate;

import io.sluice.node.Audience;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Who passes the gates of a message node. The parts are disjoint, and together they are those who
 * arrived.
 *
 * @param skipped whom the node passes over
 * @param suppressed who is held back, by reason; a person is named under the first gate that held
 * @param groups who gets what and when
 */
public record Admission(Audience skipped, Map<String, Audience> suppressed, List<Group> groups) {
  /**
   * People who get the same variant at the same time.
   *
   * @param variant which variant of the message, counted from 0
   * @param channel its channel
   * @param due the planned instant
   * @param counts whether it counts for the frequency cap
   * @param members who; never empty
   */
  public record Group(int variant, String channel, Instant due, boolean counts, Audience members) {}

  /** Everybody who gets a message. */
  public Audience admitted() {
    return Audience.unionOf(groups.stream().map(Group::members).toList());
  }

  /** The latest planned instant, not before the given one. */
  public Instant lastDue(Instant atLeast) {
    return groups.stream()
        .map(Group::due)
        .max(Instant::compareTo)
        .filter(atLeast::isBefore)
        .orElse(atLeast);
  }
}
