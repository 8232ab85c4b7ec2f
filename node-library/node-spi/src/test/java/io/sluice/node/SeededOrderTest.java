package io.sluice.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jpountz.xxhash.XXHash64;
import net.jpountz.xxhash.XXHashFactory;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class SeededOrderTest {
  private static final XXHash64 REFERENCE = XXHashFactory.safeInstance().hash64();

  @Property(tries = 300)
  void slicesAsIfEverybodyWereSorted(
      @ForAll long seed,
      @ForAll @Size(max = 500) Set<@IntRange(max = 3_000_000) Integer> people,
      @ForAll @Size(max = 6) List<@IntRange(max = 1000) Integer> permille) {
    int[] bounds = permille.stream().sorted().mapToInt(p -> p * people.size() / 1000).toArray();

    assertThat(SeededOrder.of(seed, "node-1").slices(audience(people), bounds))
        .isEqualTo(slicesOfSorted(seed, "node-1", people, bounds));
  }

  @Property(tries = 20)
  void slicesDenselyPackedPeopleOneByOne(@ForAll long seed) {
    Set<Integer> people = Set.copyOf(range(0, 3000));
    int[] everyRank = range(0, 3001).stream().mapToInt(rank -> rank).toArray();

    assertThat(SeededOrder.of(seed, "").slices(audience(people), everyRank))
        .isEqualTo(slicesOfSorted(seed, "", people, everyRank));
  }

  @Property(tries = 2)
  void slicesManyPeopleWhoShareTheTopBitsOfTheirKeys(@ForAll long seed) {
    Set<Integer> people = Set.copyOf(range(0, 100_000));
    int[] bounds = {0, 1, 33_333, 33_333, 60_001, 99_999};

    assertThat(SeededOrder.of(seed, "n").slices(audience(people), bounds))
        .isEqualTo(slicesOfSorted(seed, "n", people, bounds));
  }

  @Example
  void leavesOutWhoeverIsRankedOutsideTheBounds() {
    List<Audience> slices = SeededOrder.of(1, "n").slices(Audience.range(0, 100), 10, 20, 30);

    assertThat(slices).extracting(Audience::size).containsExactly(10, 10);
  }

  @Example
  void refusesBoundsThatDescendOrGoTooFar() {
    SeededOrder order = SeededOrder.of(1, "n");

    assertThatThrownBy(() -> order.slices(Audience.range(0, 10), 5, 4))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> order.slices(Audience.range(0, 10), 0, 11))
        .hasMessage("Ranks must ascend within 0 to 10 but are [0, 11]");
  }

  private static List<Audience> slicesOfSorted(
      long seed, String salt, Set<Integer> people, int[] bounds) {
    byte[] text = salt.getBytes(StandardCharsets.UTF_8);
    long nodeSeed = REFERENCE.hash(text, 0, text.length, seed);
    List<Integer> sorted = new ArrayList<>(people);
    sorted.sort(
        Comparator.<Integer, Long>comparing(id -> key(nodeSeed, id), Long::compareUnsigned)
            .thenComparing(Comparator.naturalOrder()));
    List<Audience> slices = new ArrayList<>();
    for (int i = 0; i + 1 < bounds.length; i++) {
      slices.add(audience(sorted.subList(bounds[i], bounds[i + 1])));
    }
    return slices;
  }

  private static long key(long nodeSeed, int member) {
    byte[] bytes = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(member).array();
    return REFERENCE.hash(bytes, 0, 4, nodeSeed);
  }

  private static Audience audience(Iterable<Integer> members) {
    Audience.Builder builder = Audience.builder();
    members.forEach(builder::add);
    return builder.build();
  }

  private static List<Integer> range(int from, int to) {
    return IntStream.range(from, to).boxed().toList();
  }
}
