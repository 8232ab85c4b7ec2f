package io.sluice.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import net.jpountz.xxhash.XXHash64;
import net.jpountz.xxhash.XXHashFactory;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class XxHash64Test {
  private static final XXHash64 REFERENCE = XXHashFactory.safeInstance().hash64();

  @Example
  void hashesNothingAsPublished() {
    assertThat(XxHash64.of(0, "")).isEqualTo(0xEF46DB3751D8E999L);
  }

  @Property
  void agreesWithTheReferenceOnBytes(@ForAll long seed, @ForAll @Size(max = 300) byte[] bytes) {
    assertThat(XxHash64.of(seed, bytes)).isEqualTo(reference(seed, bytes));
  }

  @Property
  void agreesWithTheReferenceOnNumbers(@ForAll long seed, @ForAll int number) {
    byte[] bytes = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(number).array();

    assertThat(XxHash64.of(seed, number)).isEqualTo(reference(seed, bytes));
  }

  @Property
  void hashesTextAsUtf8(@ForAll long seed, @ForAll String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

    assertThat(XxHash64.of(seed, text)).isEqualTo(reference(seed, bytes));
  }

  private static long reference(long seed, byte[] bytes) {
    return REFERENCE.hash(bytes, 0, bytes.length, seed);
  }
}
