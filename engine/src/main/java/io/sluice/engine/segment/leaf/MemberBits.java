package io.sluice.engine.segment.leaf;

import io.sluice.node.Audience;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.Arrays;

/**
 * Collects member ids that come in any order. A bit per id: databases give ids in the order of
 * hashes or of parallel scans, in which a compressed set would be rebuilt over and over.
 */
final class MemberBits {
  private long[] words = new long[1024];
  private int used;

  void add(int member) {
    int word = member >>> 6;
    if (word >= words.length) {
      words = Arrays.copyOf(words, Math.max(word + 1, words.length * 2));
    }
    used = Math.max(used, word + 1);
    words[word] |= 1L << member;
  }

  /** Adds ids of four bytes each, the most significant first; null adds nobody. */
  void addAll(byte[] ids) {
    if (ids != null) {
      for (IntBuffer left = ByteBuffer.wrap(ids).asIntBuffer(); left.hasRemaining(); ) {
        add(left.get());
      }
    }
  }

  Audience build() {
    Audience.Builder builder = Audience.builder();
    for (int word = 0; word < used; word++) {
      for (long left = words[word]; left != 0; left &= left - 1) {
        builder.add((word << 6) + Long.numberOfTrailingZeros(left));
      }
    }
    return builder.build();
  }
}
