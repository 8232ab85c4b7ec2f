package io.sluice.engine.reward.code;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * A pool of codes that somebody else issued.
 *
 * @param id its number within the workspace
 * @param key its key
 * @param name its name on screen
 * @param unitCost what one code costs
 * @param validUntil from when its codes are of no use
 * @param closed whether no more are given
 * @param codes how many codes were added to it
 * @param given how many of them were given
 * @param longest how many characters the longest code has
 */
record Pool(
    int id,
    String key,
    String name,
    BigDecimal unitCost,
    Optional<Instant> validUntil,
    boolean closed,
    long codes,
    long given,
    int longest) {
  long left() {
    return codes - given;
  }

  boolean open(Instant at) {
    return !closed && validUntil.filter(until -> !at.isBefore(until)).isEmpty();
  }
}
