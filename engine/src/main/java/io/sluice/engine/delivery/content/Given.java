package io.sluice.engine.delivery.content;

import io.sluice.engine.delivery.DeliveryRef;
import io.sluice.engine.segment.PlannedWrite;
import io.sluice.node.Audience;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** From where it is known what people were given before a message. */
public sealed interface Given {
  /** Nothing is kept: an example shows what may be given. */
  Given EXAMPLE = new Example(Optional.empty());

  /**
   * A run, from its records.
   *
   * @param message the cohort at the message
   * @param asOf as of when people have what they have, where the run plays in the past
   */
  record Recorded(DeliveryRef message, Optional<Instant> asOf) implements Given {}

  /** A forecast: nothing is written yet. */
  non-sealed interface Foreseen extends Given {
    /** Who would be given something at a node. */
    Audience at(String node);

    /** When the people are at a node. */
    Instant instantOf(String node);

    /** When the message is made. */
    Instant instant();

    /** What nodes before it would do with points, in order. */
    List<PlannedWrite> points();

    /** Up to when it is known what others write. */
    Instant knownUntil();
  }

  /**
   * Somebody looks at a message that is still being written.
   *
   * @param coupon the batch that it tells of, where one is chosen
   */
  record Example(Optional<String> coupon) implements Given {}
}
