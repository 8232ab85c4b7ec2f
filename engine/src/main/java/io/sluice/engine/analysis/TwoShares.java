package io.sluice.engine.analysis;

import java.util.Optional;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Two groups of people of whom some did something, compared. The z and p values are those of the
 * two-proportion z test with the pooled share; the interval of the difference is Wald's, without
 * pooling (Agresti, Categorical Data Analysis, 3rd edition, 3.1 and 3.2).
 *
 * @param people how many there are in the first group
 * @param met how many of them did it
 * @param otherPeople how many there are in the group to compare with
 * @param otherMet how many of those did it
 */
record TwoShares(int people, int met, int otherPeople, int otherMet) {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final double QUANTILE_95 = NORMAL.inverseCumulativeProbability(0.975);

  /**
   * What the comparison says; all shares are fractions.
   *
   * @param difference the first share less the other
   * @param low the lower end of the difference's 95 % interval
   * @param high the upper end
   * @param z the test value; empty where nobody or everybody of both groups did it
   * @param p the probability of a difference at least as large by chance, both ways
   * @param incremental how many of the first group did it beyond the other group's share
   */
  record Result(
      double difference,
      double low,
      double high,
      Optional<Double> z,
      Optional<Double> p,
      double incremental) {}

  /** What the comparison says; nothing where a group is empty. */
  Optional<Result> result() {
    if (people == 0 || otherPeople == 0) {
      return Optional.empty();
    }
    double share = (double) met / people;
    double other = (double) otherMet / otherPeople;
    double difference = share - other;
    double margin =
        QUANTILE_95 * Math.sqrt(share * (1 - share) / people + other * (1 - other) / otherPeople);
    double pooled = ((double) met + otherMet) / ((double) people + otherPeople);
    double error = Math.sqrt(pooled * (1 - pooled) * (1.0 / people + 1.0 / otherPeople));
    Optional<Double> z = error == 0 ? Optional.empty() : Optional.of(difference / error);
    return Optional.of(
        new Result(
            difference,
            difference - margin,
            difference + margin,
            z,
            z.map(value -> 2 * NORMAL.survivalProbability(Math.abs(value))),
            met - people * other));
  }
}
