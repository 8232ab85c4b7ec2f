package io.sluice.node;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What became of each person of a batch. The parts are disjoint, and together they are the batch.
 *
 * @param done those for whom it was done
 * @param failed those for whom it failed, by reason
 * @param suppressed those held back, by reason; reasons are kebab-case codes
 * @param unknown those of whom nobody knows
 */
public record Outcome(
    Audience done,
    Map<String, Audience> failed,
    Map<String, Audience> suppressed,
    Audience unknown) {
  /** Copies the maps. */
  public Outcome {
    failed = Map.copyOf(failed);
    suppressed = Map.copyOf(suppressed);
  }

  /** It was done for everybody. */
  public static Outcome done(Audience audience) {
    return new Outcome(audience, Map.of(), Map.of(), Audience.empty());
  }

  /** The audiences of the four ports of an action. */
  public Outputs outputs() {
    return Outputs.of(ActionNode.DONE, done)
        .and(ActionNode.FAILED, union(failed.values()))
        .and(ActionNode.SUPPRESSED, union(suppressed.values()))
        .and(ActionNode.UNKNOWN, unknown);
  }

  private static Audience union(Collection<Audience> audiences) {
    return Audience.unionOf(List.copyOf(audiences));
  }
}
