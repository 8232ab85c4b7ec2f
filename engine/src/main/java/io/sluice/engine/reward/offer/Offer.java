package io.sluice.engine.reward.offer;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * An offer of the shop for people who are marked for it.
 *
 * @param id its number within the workspace
 * @param key its key
 * @param name its name on screen
 * @param terms what it gives, for what
 * @param validFrom from when it counts
 * @param validUntil from when it does not count any more
 * @param quantity how many items, or orders, can have it in all; empty for no limit
 * @param perPerson how many one person can have; empty for no limit
 * @param used how many had it
 * @param expectedCost what one use is expected to cost, for the forecast
 * @param expectedShare the share of the marked people who use it, 0 to 1, for the forecast
 * @param closed whether it does not count, and nobody is marked for it
 */
record Offer(
    int id,
    String key,
    String name,
    OfferTerms terms,
    Optional<Instant> validFrom,
    Optional<Instant> validUntil,
    OptionalLong quantity,
    OptionalInt perPerson,
    long used,
    Optional<BigDecimal> expectedCost,
    BigDecimal expectedShare,
    boolean closed) {
  /** How many can still be had. */
  long left() {
    return quantity.isEmpty() ? Long.MAX_VALUE : Math.max(0, quantity.getAsLong() - used);
  }

  /** How many a person can still have who had some. */
  long leftFor(long hadBefore) {
    return perPerson.isEmpty()
        ? left()
        : Math.min(left(), Math.max(0, perPerson.getAsInt() - hadBefore));
  }

  /** Whether people can be marked: before it begins, too. */
  boolean open(Instant at) {
    return !closed && !isOver(at);
  }

  boolean hasBegun(Instant at) {
    return validFrom.filter(at::isBefore).isEmpty();
  }

  boolean isOver(Instant at) {
    return validUntil.filter(until -> !at.isBefore(until)).isPresent();
  }

  /** What one marked person is expected to cost. */
  BigDecimal costExpected() {
    return costOfUse().multiply(expectedShare);
  }

  /**
   * What one marked person costs who has as many as one can have, or one where there is no limit.
   */
  BigDecimal costAtMost() {
    BigDecimal each = terms.highestSaving().orElseGet(this::costOfUse).max(costOfUse());
    return each.multiply(BigDecimal.valueOf(perPerson.orElse(1)));
  }

  private BigDecimal costOfUse() {
    return expectedCost.or(terms::highestSaving).orElse(BigDecimal.ZERO);
  }
}
