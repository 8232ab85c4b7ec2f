package io.sluice.node;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A fixed order of people that looks random and can be recomputed by anyone: people are ordered by
 * {@code XXH64(seed = XXH64(seed = s, UTF-8 of salt), four bytes of the member id, least
 * significant first)}, read as an unsigned number, ascending; equal hashes by member id, ascending.
 *
 * @param seed the hash of seed and salt, see {@link #of}
 */
public record SeededOrder(long seed) {
  private static final int BUCKETS = 1 << 16;
  private static final int NO_SLICE = -1;
  private static final int SHARED = -2;

  /** The order for a seed and a salt, by convention the node's id. */
  public static SeededOrder of(long seed, String salt) {
    return new SeededOrder(XxHash64.of(seed, salt));
  }

  /** The unsigned sort key of a member. */
  public long key(int member) {
    return XxHash64.of(seed, member);
  }

  /**
   * Cuts the people into disjoint slices by rank: slice i holds the ranks {@code bounds[i]}
   * (inclusive) to {@code bounds[i + 1]} (exclusive) of this order; who is ranked outside is in no
   * slice. Takes time linear in the number of people: a histogram of the keys gives the ranks, and
   * only the few people whose bucket a bound cuts through are sorted.
   *
   * @param bounds n + 1 ascending ranks within 0 to {@code people.size()}, for n slices
   * @return n audiences
   * @throws IllegalArgumentException if the bounds descend or leave [0, people.size()]
   */
  public List<Audience> slices(Audience people, int... bounds) {
    requireAscending(bounds, people.size());
    int[] members = people.toArray();
    char[] bucketOf = new char[members.length];
    int[] counts = new int[BUCKETS];
    for (int i = 0; i < members.length; i++) {
      int bucket = (int) (key(members[i]) >>> 48);
      bucketOf[i] = (char) bucket;
      counts[bucket]++;
    }
    int[] sliceOf = sliceOfBucket(counts, bounds);

    Audience.Builder[] slices =
        Stream.generate(Audience::builder)
            .limit(Math.max(0, bounds.length - 1))
            .toArray(Audience.Builder[]::new);
    List<Ranked> shared = new ArrayList<>();
    for (int i = 0; i < members.length; i++) {
      int slice = sliceOf[bucketOf[i]];
      if (slice >= 0) {
        slices[slice].add(members[i]);
      } else if (slice == SHARED) {
        shared.add(new Ranked(bucketOf[i], key(members[i]), members[i]));
      }
    }
    placeByRank(shared, counts, bounds, slices);
    return Arrays.stream(slices).map(Audience.Builder::build).toList();
  }

  private static int[] sliceOfBucket(int[] counts, int[] bounds) {
    int[] sliceOf = new int[BUCKETS];
    SliceFinder finder = new SliceFinder(bounds);
    int rank = 0;
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      int first = finder.sliceOf(rank);
      rank += counts[bucket];
      int last = counts[bucket] > 1 ? finder.sliceOf(rank - 1) : first;
      sliceOf[bucket] = first == last ? first : SHARED;
    }
    return sliceOf;
  }

  /** A bucket that a bound cuts through holds few people; they are sorted and placed one by one. */
  private static void placeByRank(
      List<Ranked> shared, int[] counts, int[] bounds, Audience.Builder[] slices) {
    shared.sort(Ranked.ORDER);
    SliceFinder finder = new SliceFinder(bounds);
    int bucket = 0;
    int firstRank = 0;
    int placedInBucket = 0;
    for (Ranked one : shared) {
      if (one.bucket > bucket) {
        placedInBucket = 0;
      }
      while (bucket < one.bucket) {
        firstRank += counts[bucket++];
      }
      int slice = finder.sliceOf(firstRank + placedInBucket++);
      if (slice != NO_SLICE) {
        slices[slice].add(one.member);
      }
    }
  }

  /** Finds the slices of ranks that are asked for in ascending order; -1 for those outside. */
  private static final class SliceFinder {
    private final int[] bounds;
    private int next;

    SliceFinder(int[] bounds) {
      this.bounds = bounds;
    }

    int sliceOf(int rank) {
      while (next < bounds.length && bounds[next] <= rank) {
        next++;
      }
      return next == bounds.length ? NO_SLICE : next - 1;
    }
  }

  private static void requireAscending(int[] bounds, int size) {
    int last = 0;
    for (int bound : bounds) {
      if (bound < last || bound > size) {
        throw new IllegalArgumentException(
            "Ranks must ascend within 0 to " + size + " but are " + Arrays.toString(bounds));
      }
      last = bound;
    }
  }

  private record Ranked(int bucket, long key, int member) {
    static final Comparator<Ranked> ORDER =
        Comparator.comparingInt(Ranked::bucket)
            .thenComparing(Ranked::key, Long::compareUnsigned)
            .thenComparingInt(Ranked::member);
  }
}
