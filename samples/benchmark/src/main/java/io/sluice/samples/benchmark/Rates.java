package io.sluice.samples.benchmark;

import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Two rates of one kind.
 *
 * @param ours people a second through Sluice
 * @param theirs a second through what it is compared with
 */
record Rates(double ours, double theirs) {
  private static final int ROUNDS = 3;

  /** The medians of rounds that measure one after the other, after a round that warms up both. */
  static Rates median(Supplier<Rates> round) {
    round.get();
    double[] ours = new double[ROUNDS];
    double[] theirs = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      Rates rates = round.get();
      ours[i] = rates.ours;
      theirs[i] = rates.theirs;
      System.out.printf("    %,.0f/s and %,.0f/s%n", rates.ours, rates.theirs);
    }
    Arrays.sort(ours);
    Arrays.sort(theirs);
    return new Rates(ours[ROUNDS / 2], theirs[ROUNDS / 2]);
  }

  double ratio() {
    return ours / theirs;
  }
}
