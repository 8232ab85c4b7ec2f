package io.sluice.samples.benchmark;

import io.sluice.node.XxHash64;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.roaringbitmap.BatchIterator;
import org.roaringbitmap.RoaringBitmap;
import org.roaringbitmap.RoaringBitmapWriter;

/** What the set nodes do, in plain calls of RoaringBitmap: one bitmap per out-port. */
final class BareBitmaps {
  private static final int BUCKETS = 1 << 16;
  private static final int BLOCK = 4_096;

  private BareBitmaps() {}

  static RoaringBitmap[] merge(RoaringBitmap a, RoaringBitmap b) {
    return new RoaringBitmap[] {RoaringBitmap.or(a, b)};
  }

  static RoaringBitmap[] intersect(RoaringBitmap a, RoaringBitmap b) {
    RoaringBitmap both = RoaringBitmap.and(a, b);
    return new RoaringBitmap[] {both, RoaringBitmap.andNot(RoaringBitmap.or(a, b), both)};
  }

  static RoaringBitmap[] exclude(RoaringBitmap main, RoaringBitmap minus) {
    return new RoaringBitmap[] {RoaringBitmap.andNot(main, minus), RoaringBitmap.and(main, minus)};
  }

  static RoaringBitmap[] dedupe(RoaringBitmap a, RoaringBitmap b, RoaringBitmap c) {
    return new RoaringBitmap[] {
      a, RoaringBitmap.andNot(b, a), RoaringBitmap.andNot(c, RoaringBitmap.or(a, b))
    };
  }

  static RoaringBitmap[] filter(RoaringBitmap people, RoaringBitmap matching) {
    return new RoaringBitmap[] {
      RoaringBitmap.and(people, matching), RoaringBitmap.andNot(people, matching)
    };
  }

  static RoaringBitmap[] branch(RoaringBitmap people, RoaringBitmap first, RoaringBitmap second) {
    RoaringBitmap others = RoaringBitmap.andNot(people, first);
    return new RoaringBitmap[] {
      RoaringBitmap.and(people, first),
      RoaringBitmap.and(others, second),
      RoaringBitmap.andNot(others, second)
    };
  }

  /** Who has the ranks below the first bound, up to the second and so on, by the hashes' order. */
  static RoaringBitmap[] draw(RoaringBitmap people, long seed, int... bounds) {
    int[] firstRank = firstRankOfBuckets(people, seed);
    List<RoaringBitmapWriter<RoaringBitmap>> parts = new ArrayList<>();
    for (int i = 0; i < bounds.length; i++) {
      parts.add(RoaringBitmapWriter.writer().constantMemory().get());
    }
    List<List<Integer>> cut = new ArrayList<>();
    int[] partOfBucket = partOfBucket(firstRank, bounds, cut);
    int[] block = new int[BLOCK];
    for (BatchIterator ids = people.getBatchIterator(); ids.hasNext(); ) {
      int length = ids.nextBatch(block);
      for (int i = 0; i < length; i++) {
        int bucket = (int) (XxHash64.of(seed, block[i]) >>> 48);
        int part = partOfBucket[bucket];
        if (part >= 0) {
          parts.get(part).add(block[i]);
        } else {
          cut.get(-1 - part).add(block[i]);
        }
      }
    }
    place(cut, seed, firstRank, bounds, parts);
    return parts.stream().map(RoaringBitmapWriter::get).toArray(RoaringBitmap[]::new);
  }

  private static int[] firstRankOfBuckets(RoaringBitmap people, long seed) {
    int[] firstRank = new int[BUCKETS + 1];
    int[] block = new int[BLOCK];
    for (BatchIterator ids = people.getBatchIterator(); ids.hasNext(); ) {
      int length = ids.nextBatch(block);
      for (int i = 0; i < length; i++) {
        firstRank[(int) (XxHash64.of(seed, block[i]) >>> 48) + 1]++;
      }
    }
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      firstRank[bucket + 1] += firstRank[bucket];
    }
    return firstRank;
  }

  /** The part a bucket is in, or -1 - n where a bound cuts through the n-th such bucket. */
  private static int[] partOfBucket(int[] firstRank, int[] bounds, List<List<Integer>> cut) {
    int[] partOf = new int[BUCKETS];
    int part = 0;
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      while (part < bounds.length - 1 && bounds[part] <= firstRank[bucket]) {
        part++;
      }
      if (firstRank[bucket + 1] <= bounds[part]) {
        partOf[bucket] = part;
      } else {
        cut.add(new ArrayList<>());
        partOf[bucket] = -cut.size();
      }
    }
    return partOf;
  }

  private static void place(
      List<List<Integer>> cut,
      long seed,
      int[] firstRank,
      int[] bounds,
      List<RoaringBitmapWriter<RoaringBitmap>> parts) {
    for (List<Integer> bucket : cut) {
      bucket.sort(Comparator.comparing(id -> XxHash64.of(seed, id), Long::compareUnsigned));
      int rank = firstRank[(int) (XxHash64.of(seed, bucket.get(0)) >>> 48)];
      int part = 0;
      for (int id : bucket) {
        while (bounds[part] <= rank) {
          part++;
        }
        parts.get(part).add(id);
        rank++;
      }
    }
  }
}
