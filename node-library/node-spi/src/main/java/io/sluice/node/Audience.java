package io.sluice.node;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.roaringbitmap.FastAggregation;
import org.roaringbitmap.PeekableIntIterator;
import org.roaringbitmap.RoaringBitmap;
import org.roaringbitmap.RoaringBitmapWriter;

/**
 * An immutable set of people, named by their dense member ids (0 and up), which count per
 * workspace. A million people take at most about 125 kB, and set operations on them a millisecond.
 */
public final class Audience {
  private static final Audience EMPTY = new Audience(new RoaringBitmap());

  private static final int UNCOUNTED = -1;

  private final RoaringBitmap bits;

  // Counted on first demand. A race only counts twice.
  private int size = UNCOUNTED;

  private Audience(RoaringBitmap bits) {
    this.bits = bits;
  }

  /** The audience of nobody. */
  public static Audience empty() {
    return EMPTY;
  }

  /** The audience of the given member ids, in any order, repeats allowed. */
  public static Audience of(int... members) {
    return members.length == 0 ? EMPTY : new Audience(RoaringBitmap.bitmapOf(members));
  }

  /** The members {@code from} (inclusive) to {@code to} (exclusive). */
  public static Audience range(int from, int to) {
    return from >= to ? EMPTY : new Audience(RoaringBitmap.bitmapOfRange(from, to));
  }

  /** The audience of all ids of a stream, in any order, repeats allowed. */
  public static Audience collect(IntStream members) {
    Builder builder = builder();
    members.forEachOrdered(builder::add);
    return builder.build();
  }

  /** A builder, fastest when ids are added in ascending order. */
  public static Builder builder() {
    return new Builder();
  }

  /** Everybody who is in at least one of the audiences. */
  public static Audience unionOf(Collection<Audience> audiences) {
    RoaringBitmap[] bits = bitsOf(audiences);
    return switch (bits.length) {
      case 0 -> EMPTY;
      case 1 -> audiences.iterator().next();
      case 2 -> wrap(RoaringBitmap.or(bits[0], bits[1]));
      default -> wrap(FastAggregation.or(bits));
    };
  }

  /** Everybody who is in all of the audiences; nobody where none is given. */
  public static Audience intersectionOf(Collection<Audience> audiences) {
    RoaringBitmap[] bits = bitsOf(audiences);
    return switch (bits.length) {
      case 0 -> EMPTY;
      case 1 -> audiences.iterator().next();
      case 2 -> wrap(RoaringBitmap.and(bits[0], bits[1]));
      default -> wrap(FastAggregation.and(bits));
    };
  }

  private static RoaringBitmap[] bitsOf(Collection<Audience> audiences) {
    return audiences.stream().map(audience -> audience.bits).toArray(RoaringBitmap[]::new);
  }

  private static Audience wrap(RoaringBitmap bits) {
    return bits.isEmpty() ? EMPTY : new Audience(bits);
  }

  /** Everybody who is here or in {@code other}. */
  public Audience union(Audience other) {
    if (other.isEmpty()) {
      return this;
    }
    return isEmpty() ? other : wrap(RoaringBitmap.or(bits, other.bits));
  }

  /** Everybody who is here and in {@code other}. */
  public Audience intersect(Audience other) {
    return isEmpty() || other.isEmpty() ? EMPTY : wrap(RoaringBitmap.and(bits, other.bits));
  }

  /** Everybody who is here and not in {@code other}. */
  public Audience minus(Audience other) {
    return isEmpty() || other.isEmpty() ? this : wrap(RoaringBitmap.andNot(bits, other.bits));
  }

  /** Whether the member is in this audience. */
  public boolean contains(int member) {
    return bits.contains(member);
  }

  /** Whether everybody in {@code other} is here too. */
  public boolean containsAll(Audience other) {
    return bits.contains(other.bits);
  }

  /** Whether nobody is in both. */
  public boolean isDisjointFrom(Audience other) {
    return !RoaringBitmap.intersects(bits, other.bits);
  }

  /** The number of people. */
  public int size() {
    int known = size;
    if (known == UNCOUNTED) {
      known = bits.getCardinality();
      size = known;
    }
    return known;
  }

  /** Whether nobody is in this audience. */
  public boolean isEmpty() {
    return bits.isEmpty();
  }

  /** The member ids in ascending order. */
  public IntStream stream() {
    return bits.stream();
  }

  /** The member ids in ascending order. */
  public int[] toArray() {
    return bits.toArray();
  }

  /** Calls {@code action} with each member id, in ascending order. */
  public void forEach(IntConsumer action) {
    bits.forEach((org.roaringbitmap.IntConsumer) action::accept);
  }

  /**
   * The member ids above {@code after} in ascending order, {@code limit} of them at most: one page
   * of a list. Pass -1 for the first page.
   */
  public int[] page(int after, int limit) {
    int[] page = new int[Math.min(limit, size())];
    int length = 0;
    PeekableIntIterator ids = bits.getIntIterator();
    ids.advanceIfNeeded(after + 1);
    while (length < page.length && ids.hasNext()) {
      page[length++] = ids.next();
    }
    return Arrays.copyOf(page, length);
  }

  /** The bytes in memory, roughly; used to bound caches. */
  public long memoryBytes() {
    return bits.getLongSizeInBytes();
  }

  /**
   * The audience in the portable Roaring format (github.com/RoaringBitmap/RoaringFormatSpec). Equal
   * audiences have equal bytes, so that their hash can be their address.
   */
  public byte[] toBytes() {
    RoaringBitmap canonical = bits.clone();
    canonical.removeRunCompression();
    canonical.runOptimize();
    ByteBuffer buffer = ByteBuffer.allocate(canonical.serializedSizeInBytes());
    canonical.serialize(buffer);
    return buffer.array();
  }

  /**
   * Reads what {@link #toBytes()} wrote.
   *
   * @throws IllegalArgumentException if the bytes are not a Roaring bitmap
   */
  public static Audience fromBytes(byte[] bytes) {
    RoaringBitmap read = new RoaringBitmap();
    try {
      read.deserialize(ByteBuffer.wrap(bytes));
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException(
          "Not a serialized audience: " + bytes.length + " bytes", e);
    }
    return wrap(read);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Audience that && bits.equals(that.bits);
  }

  @Override
  public int hashCode() {
    return bits.hashCode();
  }

  @Override
  public String toString() {
    return size() <= 20 ? bits.toString() : size() + " people";
  }

  /** Collects member ids into an audience. */
  public static final class Builder {
    private final RoaringBitmapWriter<RoaringBitmap> writer =
        RoaringBitmapWriter.writer().constantMemory().get();

    private Builder() {}

    /** Adds one member; adding a member twice changes nothing. */
    public Builder add(int member) {
      writer.add(member);
      return this;
    }

    /** The audience of all that was added. The builder is done with then. */
    public Audience build() {
      return wrap(writer.get());
    }
  }
}
