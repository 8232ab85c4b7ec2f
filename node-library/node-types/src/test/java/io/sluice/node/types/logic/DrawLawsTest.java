package io.sluice.node.types.logic;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.node.Audience;
import io.sluice.node.SetNode;
import io.sluice.node.testkit.NodeResult;
import io.sluice.node.testkit.NodeTester;
import io.sluice.node.types.logic.SampleNode.Draw;
import io.sluice.node.types.logic.SplitNode.Variant;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jpountz.xxhash.XXHash64;
import net.jpountz.xxhash.XXHashFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;

/** Sample and split against a list sorted by the reference hash and dealt out by whole numbers. */
class DrawLawsTest {
  private static final XXHash64 REFERENCE = XXHashFactory.safeInstance().hash64();
  private static final String NODE = "node";

  @Property(tries = 300)
  void sampleDrawsRatiosByRank(
      @ForAll long seed,
      @ForAll @Size(max = 300) Set<@IntRange(max = 300_000) Integer> people,
      @ForAll @NotEmpty @Size(max = 5) List<@IntRange(min = 1, max = 200) Integer> permille) {
    List<Draw> draws = new ArrayList<>();
    permille.forEach(
        p -> draws.add(new Draw("d" + draws.size(), null, BigDecimal.valueOf(p, 3), null)));

    assertDealtOut(
        run(new SampleNode(), new SampleNode.Settings(draws, false), seed, people),
        deal(sorted(seed, people), "d", ends(permille, people.size())));
  }

  @Property(tries = 300)
  void sampleDrawsNumbersInOrder(
      @ForAll long seed,
      @ForAll @Size(max = 300) Set<@IntRange(max = 300_000) Integer> people,
      @ForAll @NotEmpty @Size(max = 5) List<@IntRange(min = 1, max = 150) Integer> numbers) {
    List<Draw> draws = new ArrayList<>();
    numbers.forEach(n -> draws.add(new Draw("d" + draws.size(), null, null, n)));
    List<Integer> ends = new ArrayList<>();
    int end = 0;
    for (int number : numbers) {
      end = Math.min(people.size(), end + number);
      ends.add(end);
    }

    assertDealtOut(
        run(new SampleNode(), new SampleNode.Settings(draws, false), seed, people),
        deal(sorted(seed, people), "d", ends));
  }

  @Property(tries = 300)
  void splitPlacesEverybodyByRank(
      @ForAll long seed,
      @ForAll @Size(max = 300) Set<@IntRange(max = 300_000) Integer> people,
      @ForAll @NotEmpty @Size(max = 5) List<@IntRange(min = 1, max = 199) Integer> permille) {
    List<Variant> variants = new ArrayList<>();
    permille.forEach(
        p -> variants.add(new Variant("v" + variants.size(), null, BigDecimal.valueOf(p, 1))));
    int control = 1000 - permille.stream().mapToInt(p -> p).sum();
    SplitNode.Settings settings = new SplitNode.Settings(variants, BigDecimal.valueOf(control, 1));
    assertThat(NodeTester.of(new SplitNode()).settings(settings).problems()).isEmpty();

    Map<String, Set<Integer>> expected =
        deal(sorted(seed, people), "v", ends(permille, people.size()));
    expected.put("control", expected.remove("rest"));
    assertDealtOut(run(new SplitNode(), settings, seed, people), expected);
  }

  /** The rounded cumulative shares: half a person counts as one. */
  private static List<Integer> ends(List<Integer> permille, int people) {
    List<Integer> ends = new ArrayList<>();
    int sum = 0;
    for (int p : permille) {
      sum += p;
      ends.add((2 * sum * people + 1000) / 2000);
    }
    return ends;
  }

  private static Map<String, Set<Integer>> deal(
      List<Integer> sorted, String prefix, List<Integer> ends) {
    Map<String, Set<Integer>> dealt = new HashMap<>();
    IntStream.range(0, ends.size()).forEach(i -> dealt.put(prefix + i, new TreeSet<>()));
    dealt.put("rest", new TreeSet<>());
    for (int rank = 0; rank < sorted.size(); rank++) {
      int at = rank;
      String port =
          IntStream.range(0, ends.size())
              .filter(i -> at < ends.get(i))
              .mapToObj(i -> prefix + i)
              .findFirst()
              .orElse("rest");
      dealt.get(port).add(sorted.get(rank));
    }
    return dealt;
  }

  private static List<Integer> sorted(long seed, Set<Integer> people) {
    byte[] salt = NODE.getBytes(StandardCharsets.UTF_8);
    long nodeSeed = REFERENCE.hash(salt, 0, salt.length, seed);
    List<Integer> sorted = new ArrayList<>(people);
    sorted.sort(
        Comparator.<Integer, Long>comparing(id -> key(nodeSeed, id), Long::compareUnsigned)
            .thenComparing(Comparator.naturalOrder()));
    return sorted;
  }

  private static long key(long nodeSeed, int member) {
    byte[] bytes = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(member).array();
    return REFERENCE.hash(bytes, 0, 4, nodeSeed);
  }

  private static <C extends Record> NodeResult run(
      SetNode<C> node, C settings, long seed, Set<Integer> people) {
    Audience audience = Audience.collect(people.stream().mapToInt(person -> person));
    return NodeTester.of(node).settings(settings).seed(seed).at("in", audience).run();
  }

  private static void assertDealtOut(NodeResult result, Map<String, Set<Integer>> expected) {
    expected.forEach(
        (port, people) ->
            assertThat(result.at(port).stream().boxed())
                .as("port %s", port)
                .containsExactlyElementsOf(people));
    assertThat(expected.keySet()).containsAll(result.outputs().byPort().keySet());
  }
}
