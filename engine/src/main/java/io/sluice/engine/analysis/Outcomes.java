package io.sluice.engine.analysis;

import io.sluice.node.Audience;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What became of the people who came to an action, by the records of now: the parts are disjoint.
 *
 * @param targeted who came
 * @param sent for whom it was done
 * @param skipped whom it passed over
 * @param failed for whom it failed
 * @param heldBack who was held back
 * @param unknown of whom nobody knows
 * @param reached whom it reached, of those for whom it was done
 * @param clicked who followed a link
 * @param heldBackBy who was held back, by reason
 */
record Outcomes(
    Audience targeted,
    Audience sent,
    Audience skipped,
    Audience failed,
    Audience heldBack,
    Audience unknown,
    Audience reached,
    Audience clicked,
    Map<String, Audience> heldBackBy) {
  static final Outcomes NONE =
      new Outcomes(
          Audience.empty(),
          Audience.empty(),
          Audience.empty(),
          Audience.empty(),
          Audience.empty(),
          Audience.empty(),
          Audience.empty(),
          Audience.empty(),
          Map.of());

  /** The people of another cohort added: who is in both counts where more was done. */
  Outcomes and(Outcomes other) {
    Audience allSent = sent.union(other.sent);
    Audience allUnknown = unknown.union(other.unknown).minus(allSent);
    Audience done = allSent.union(allUnknown);
    Audience allFailed = failed.union(other.failed).minus(done);
    done = done.union(allFailed);
    Audience allHeld = heldBack.union(other.heldBack).minus(done);
    Map<String, Audience> by = new LinkedHashMap<>(heldBackBy);
    other.heldBackBy.forEach((reason, people) -> by.merge(reason, people, Audience::union));
    by.replaceAll((reason, people) -> people.intersect(allHeld));
    return new Outcomes(
        targeted.union(other.targeted),
        allSent,
        skipped.union(other.skipped).minus(done.union(allHeld)),
        allFailed,
        allHeld,
        allUnknown,
        reached.union(other.reached),
        clicked.union(other.clicked),
        by);
  }

  Reach reach() {
    Map<String, Integer> by = new LinkedHashMap<>();
    heldBackBy.forEach((reason, people) -> by.put(reason, people.size()));
    int known = sent.size() + skipped.size() + failed.size() + heldBack.size() + unknown.size();
    return new Reach(
        targeted.size(),
        sent.size(),
        skipped.size(),
        failed.size(),
        heldBack.size(),
        unknown.size(),
        targeted.size() - known,
        by);
  }
}
