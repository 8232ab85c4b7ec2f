package io.sluice.engine.analysis;

import io.sluice.node.Audience;
import io.sluice.node.Observation;
import java.time.Instant;
import java.util.List;

/**
 * An action of a run as one observer sees it, or nobody in particular.
 *
 * @param node the action
 * @param analysis the observer; null where none hangs on the action
 * @param observation what is counted
 * @param until the first instant that does not count any more; null while the run goes on
 * @param outcomes what became of the people
 * @param treated the assigned people who are compared
 * @param alone the people they are compared with
 * @param tally their orders
 */
record Watched(
    String node,
    String analysis,
    Observation observation,
    Instant until,
    Outcomes outcomes,
    Audience treated,
    Baselines.Alone alone,
    Tally tally) {
  /** For whom the action was done, with the time that counts: for sums over several actions. */
  List<Part> parts() {
    return tally.parts();
  }
}
