package io.sluice.engine.delivery.gate;

import io.sluice.node.Audience;
import java.time.Instant;

/**
 * Marketing messages that people are going to get, or got: what the frequency cap counts.
 *
 * @param channel the channel
 * @param at the planned instant
 * @param members who gets one
 */
public record Reservation(String channel, Instant at, Audience members) {
  /** What a group that passed the gates would reserve. */
  public static Reservation of(Admission.Group group) {
    return new Reservation(group.channel(), group.due(), group.members());
  }
}
