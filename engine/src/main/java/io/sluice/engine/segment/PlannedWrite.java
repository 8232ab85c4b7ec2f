package io.sluice.engine.segment;

import io.sluice.node.Write;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What a node would write, and when it would.
 *
 * @param at kept in whole microseconds, as databases do
 */
public record PlannedWrite(Write write, Instant at) {
  /** Something that would be written. */
  public PlannedWrite {
    at = at.truncatedTo(ChronoUnit.MICROS);
  }
}
