package io.sluice.samples.data;

import io.sluice.node.XxHash64;

/**
 * Throws that depend only on a seed, a topic and a person: SplitMix64 (Steele, Lea, Flood: "Fast
 * splittable pseudorandom number generators", 2014) from a hash of the three.
 */
final class Dice {
  private static final long GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  Dice(long topicSeed, int person) {
    this.state = XxHash64.of(topicSeed, person);
  }

  private long next() {
    state += GAMMA;
    long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  /** A number from 0 to {@code bound} - 1. */
  int below(int bound) {
    return (int) (((next() >>> 32) * bound) >>> 32);
  }

  /** A number between two others, both included. */
  int between(int from, int to) {
    return from + below(to - from + 1);
  }

  /** True in so many of a hundred cases. */
  boolean percent(int chances) {
    return below(100) < chances;
  }

  /** One of the choices, each as likely. */
  <T> T oneOf(java.util.List<T> choices) {
    return choices.get(below(choices.size()));
  }
}
