package io.sluice.engine.money;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a node is going to need.
 *
 * @param channel the channel of a message, or the kind of a reward
 * @param gateway the gateway of a message; null of a reward
 * @param units message parts or e-mails; how many of a reward
 * @param worth what a reward costs; empty where the price list says it
 */
public record Need(String node, String channel, String gateway, long units, Optional<Worth> worth) {
  /** Units of a gateway. */
  public Need(String node, String channel, String gateway, long units) {
    this(node, channel, gateway, units, Optional.empty());
  }

  /** Rewards that a node gives. */
  public static Need reward(String node, String kind, long units, Worth worth) {
    return new Need(node, kind, null, units, Optional.of(worth));
  }

  /**
   * What rewards cost.
   *
   * @param expected what they are expected to cost
   * @param most what they cost at most: that is committed when they are given
   */
  public record Worth(BigDecimal expected, BigDecimal most) {}
}
