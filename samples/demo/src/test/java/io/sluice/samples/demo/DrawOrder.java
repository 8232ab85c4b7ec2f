package io.sluice.samples.demo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import net.jpountz.xxhash.XXHash64;
import net.jpountz.xxhash.XXHashFactory;

/** The order in which a node draws people, as docs/seeded-order.md tells it. */
record DrawOrder(long seed) {
  private static final XXHash64 HASH = XXHashFactory.safeInstance().hash64();

  static DrawOrder ofNode(long seed, String node) {
    return new DrawOrder(hash(seed, node));
  }

  static long hash(long seed, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return HASH.hash(bytes, 0, bytes.length, seed);
  }

  List<Integer> of(Set<Integer> people) {
    return people.stream().sorted(Comparator.comparing(this::key, Long::compareUnsigned)).toList();
  }

  private Long key(int member) {
    byte[] id =
        ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(member).array();
    return HASH.hash(id, 0, id.length, seed);
  }
}
