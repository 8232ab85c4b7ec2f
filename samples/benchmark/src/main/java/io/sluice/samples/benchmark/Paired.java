package io.sluice.samples.benchmark;

import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Two ways of the same work, timed in turns so that whatever disturbs one disturbs the other.
 *
 * @param first the median nanoseconds of the first way
 * @param second those of the second
 */
record Paired(double first, double second) {
  private static final long WARM_UP_NANOS = 700_000_000L;
  private static final long ROUND_NANOS = 40_000_000L;
  private static final int ROUNDS = 15;
  private static volatile Object sink;

  static Paired measure(Supplier<?> first, Supplier<?> second) {
    round(first, WARM_UP_NANOS);
    round(second, WARM_UP_NANOS);
    double[] firsts = new double[ROUNDS];
    double[] seconds = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      firsts[i] = round(first, ROUND_NANOS);
      seconds[i] = round(second, ROUND_NANOS);
    }
    Arrays.sort(firsts);
    Arrays.sort(seconds);
    return new Paired(firsts[ROUNDS / 2], seconds[ROUNDS / 2]);
  }

  /** Nanoseconds a call, over so long. */
  private static double round(Supplier<?> work, long nanos) {
    long start = System.nanoTime();
    long calls = 0;
    long elapsed = 0;
    while (elapsed < nanos) {
      sink = work.get();
      calls++;
      elapsed = System.nanoTime() - start;
    }
    return (double) elapsed / calls;
  }
}
