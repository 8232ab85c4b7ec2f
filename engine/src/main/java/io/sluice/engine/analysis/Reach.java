package io.sluice.engine.analysis;

import java.util.Map;
import java.util.TreeMap;

/**
 * How many people an action was meant for, and what became of them; targeted is the sum of the
 * others.
 *
 * @param targeted who came to the action
 * @param sent for whom it was done
 * @param skipped whom it passed over as the marketer asked
 * @param failed for whom it failed
 * @param heldBack who was held back before it
 * @param unknown of whom nobody knows
 * @param pending who has no outcome yet
 * @param heldBackBy those held back, by reason
 */
public record Reach(
    int targeted,
    int sent,
    int skipped,
    int failed,
    int heldBack,
    int unknown,
    int pending,
    Map<String, Integer> heldBackBy) {
  /** Both added up. */
  Reach and(Reach other) {
    Map<String, Integer> by = new TreeMap<>(heldBackBy);
    other.heldBackBy.forEach((reason, people) -> by.merge(reason, people, Integer::sum));
    return new Reach(
        targeted + other.targeted,
        sent + other.sent,
        skipped + other.skipped,
        failed + other.failed,
        heldBack + other.heldBack,
        unknown + other.unknown,
        pending + other.pending,
        by);
  }
}
