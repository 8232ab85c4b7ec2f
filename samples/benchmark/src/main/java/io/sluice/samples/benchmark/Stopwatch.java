package io.sluice.samples.benchmark;

import java.util.Arrays;

/** Measures by repeating. */
final class Stopwatch {
  private Stopwatch() {}

  /** The median time of the work in nanoseconds; {@code before} is not counted. */
  static double median(int repetitions, Runnable before, Runnable work) {
    double[] times = new double[repetitions];
    for (int i = 0; i < repetitions; i++) {
      before.run();
      long start = System.nanoTime();
      work.run();
      times[i] = System.nanoTime() - start;
    }
    Arrays.sort(times);
    return times[repetitions / 2];
  }

  static double median(int repetitions, Runnable work) {
    return median(repetitions, () -> {}, work);
  }
}
