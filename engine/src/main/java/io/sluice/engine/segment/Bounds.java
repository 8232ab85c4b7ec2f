package io.sluice.engine.segment;

import io.sluice.node.Audience;

/**
 * Who meets a condition, as far as it can be told.
 *
 * @param surely who meets it whatever happens
 * @param possibly who may meet it; the same people where nothing is undecided
 */
public record Bounds(Audience surely, Audience possibly) {
  /** Exactly these people. */
  public static Bounds exactly(Audience people) {
    return new Bounds(people, people);
  }

  /** Whether nothing is undecided. */
  public boolean isExact() {
    return surely == possibly || surely.equals(possibly);
  }

  Bounds intersect(Bounds other) {
    return isSame() && other.isSame()
        ? exactly(surely.intersect(other.surely))
        : new Bounds(surely.intersect(other.surely), possibly.intersect(other.possibly));
  }

  Bounds union(Bounds other) {
    return isSame() && other.isSame()
        ? exactly(surely.union(other.surely))
        : new Bounds(surely.union(other.surely), possibly.union(other.possibly));
  }

  /** Whoever of all does not meet it. */
  Bounds complementIn(Audience all) {
    return isSame()
        ? exactly(all.minus(surely))
        : new Bounds(all.minus(possibly), all.minus(surely));
  }

  private boolean isSame() {
    return surely == possibly;
  }
}
