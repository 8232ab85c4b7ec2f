package io.sluice.node;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The 64-bit xxHash, after its public specification
 * (github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md, "XXH64 algorithm description").
 */
public final class XxHash64 {
  private static final long P1 = 0x9E3779B185EBCA87L;
  private static final long P2 = 0xC2B2AE3D27D4EB4FL;
  private static final long P3 = 0x165667B19E3779F9L;
  private static final long P4 = 0x85EBCA77C2B2AE63L;
  private static final long P5 = 0x27D4EB2F165667C5L;

  private XxHash64() {}

  /** The hash of the text's UTF-8 bytes. */
  public static long of(long seed, String text) {
    return of(seed, text.getBytes(StandardCharsets.UTF_8));
  }

  /** The hash of the four bytes of {@code value}, least significant first. */
  public static long of(long seed, int value) {
    long hash = seed + P5 + 4;
    hash ^= (value & 0xFFFFFFFFL) * P1;
    hash = Long.rotateLeft(hash, 23) * P2 + P3;
    return avalanche(hash);
  }

  /** The hash of the bytes. */
  public static long of(long seed, byte[] bytes) {
    ByteBuffer input = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    long hash = bytes.length >= 32 ? stripes(seed, input) : seed + P5;
    hash += bytes.length;
    while (input.remaining() >= 8) {
      hash ^= round(0, input.getLong());
      hash = Long.rotateLeft(hash, 27) * P1 + P4;
    }
    if (input.remaining() >= 4) {
      hash ^= (input.getInt() & 0xFFFFFFFFL) * P1;
      hash = Long.rotateLeft(hash, 23) * P2 + P3;
    }
    while (input.hasRemaining()) {
      hash ^= (input.get() & 0xFFL) * P5;
      hash = Long.rotateLeft(hash, 11) * P1;
    }
    return avalanche(hash);
  }

  private static long stripes(long seed, ByteBuffer input) {
    long a = seed + P1 + P2;
    long b = seed + P2;
    long c = seed;
    long d = seed - P1;
    while (input.remaining() >= 32) {
      a = round(a, input.getLong());
      b = round(b, input.getLong());
      c = round(c, input.getLong());
      d = round(d, input.getLong());
    }
    long hash =
        Long.rotateLeft(a, 1)
            + Long.rotateLeft(b, 7)
            + Long.rotateLeft(c, 12)
            + Long.rotateLeft(d, 18);
    for (long lane : new long[] {a, b, c, d}) {
      hash = (hash ^ round(0, lane)) * P1 + P4;
    }
    return hash;
  }

  private static long round(long accumulator, long lane) {
    return Long.rotateLeft(accumulator + lane * P2, 31) * P1;
  }

  private static long avalanche(long hash) {
    hash = (hash ^ (hash >>> 33)) * P2;
    hash = (hash ^ (hash >>> 29)) * P3;
    return hash ^ (hash >>> 32);
  }
}
