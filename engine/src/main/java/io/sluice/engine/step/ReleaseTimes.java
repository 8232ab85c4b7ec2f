package io.sluice.engine.step;

import io.sluice.node.Audience;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Keeps the number of instants small at which people are released: each of them makes a cohort.
 * Where a node names more than {@value #MOST}, all are rounded up to full hours, to two, four hours
 * and so on, until they are not more. Never down: nobody goes on too early.
 */
final class ReleaseTimes {
  static final int MOST = 2_000;

  private ReleaseTimes() {}

  static SortedMap<Instant, Audience> few(Map<Instant, Audience> wanted) {
    SortedMap<Instant, Audience> releases = new TreeMap<>(wanted);
    releases.values().removeIf(Audience::isEmpty);
    for (long hours = 1; releases.size() > MOST; hours *= 2) {
      SortedMap<Instant, Audience> fewer = new TreeMap<>();
      long tick = Duration.ofHours(hours).toSeconds();
      releases.forEach(
          (instant, people) -> fewer.merge(roundedUp(instant, tick), people, Audience::union));
      releases = fewer;
    }
    return releases;
  }

  private static Instant roundedUp(Instant instant, long tick) {
    long seconds = instant.getEpochSecond() + (instant.getNano() > 0 ? 1 : 0);
    return Instant.ofEpochSecond(Math.floorDiv(seconds + tick - 1, tick) * tick);
  }
}
