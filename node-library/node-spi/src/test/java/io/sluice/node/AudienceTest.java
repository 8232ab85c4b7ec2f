package io.sluice.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Audiences against plain sets of numbers. */
class AudienceTest {
  /** Few and many people, near and far apart, so that all kinds of containers occur. */
  @Provide
  Arbitrary<Set<Integer>> crowds() {
    Arbitrary<Set<Integer>> scattered =
        Arbitraries.integers().between(0, 200_000).set().ofMaxSize(40);
    Arbitrary<Set<Integer>> blocks =
        Arbitraries.integers()
            .between(0, 20)
            .set()
            .ofMaxSize(3)
            .map(starts -> blocks(starts, 5_000));
    return Arbitraries.oneOf(scattered, blocks);
  }

  private static Set<Integer> blocks(Set<Integer> starts, int length) {
    Set<Integer> members = new TreeSet<>();
    for (int start : starts) {
      IntStream.range(start * 10_000, start * 10_000 + length).forEach(members::add);
    }
    return members;
  }

  @Property(tries = 100)
  void hasWhoWasPutIn(@ForAll("crowds") Set<Integer> crowd, @ForAll @IntRange int stranger) {
    Audience audience = audience(crowd);

    assertThat(audience.stream().boxed()).containsExactlyElementsOf(new TreeSet<>(crowd));
    assertThat(audience.size()).isEqualTo(crowd.size());
    assertThat(audience.isEmpty()).isEqualTo(crowd.isEmpty());
    assertThat(audience.contains(stranger)).isEqualTo(crowd.contains(stranger));
  }

  @Property(tries = 100)
  void combinesTwo(@ForAll("crowds") Set<Integer> a, @ForAll("crowds") Set<Integer> b) {
    assertThat(audience(a).union(audience(b))).isEqualTo(audience(union(List.of(a, b))));
    assertThat(audience(a).intersect(audience(b))).isEqualTo(audience(intersection(List.of(a, b))));
    Set<Integer> difference = new TreeSet<>(a);
    difference.removeAll(b);
    assertThat(audience(a).minus(audience(b))).isEqualTo(audience(difference));
  }

  @Property(tries = 100)
  void combinesMany(@ForAll @Size(max = 5) List<@From("crowds") Set<Integer>> all) {
    List<Audience> audiences = all.stream().map(AudienceTest::audience).toList();

    assertThat(Audience.unionOf(audiences)).isEqualTo(audience(union(all)));
    assertThat(Audience.intersectionOf(audiences)).isEqualTo(audience(intersection(all)));
  }

  @Property(tries = 100)
  void compares(@ForAll("crowds") Set<Integer> a, @ForAll("crowds") Set<Integer> b) {
    assertThat(audience(a).containsAll(audience(b))).isEqualTo(a.containsAll(b));
    assertThat(audience(a).isDisjointFrom(audience(b)))
        .isEqualTo(intersection(List.of(a, b)).isEmpty());
    assertThat(audience(a).equals(audience(b))).isEqualTo(a.equals(b));
  }

  @Property(tries = 50)
  void equalAudiencesHaveEqualBytesHoweverTheyWereMade(
      @ForAll("crowds") Set<Integer> a, @ForAll("crowds") Set<Integer> b) {
    Audience built = audience(union(List.of(a, b)));
    Audience combined = audience(a).union(audience(b));

    assertThat(combined.toBytes()).isEqualTo(built.toBytes());
    assertThat(combined.minus(audience(b)).union(audience(b)).toBytes()).isEqualTo(built.toBytes());
    assertThat(combined.hashCode()).isEqualTo(built.hashCode());
    assertThat(Audience.fromBytes(built.toBytes())).isEqualTo(built);
  }

  @Property(tries = 50)
  void pagesThroughEverybody(
      @ForAll("crowds") Set<Integer> crowd, @ForAll @IntRange(min = 1, max = 900) int limit) {
    Audience audience = audience(crowd);
    List<Integer> read = new ArrayList<>();
    int[] page = audience.page(-1, limit);
    while (page.length > 0) {
      assertThat(page.length).isLessThanOrEqualTo(limit);
      IntStream.of(page).forEach(read::add);
      page = audience.page(page[page.length - 1], limit);
    }
    assertThat(read).containsExactlyElementsOf(new TreeSet<>(crowd));
  }

  @Example
  void rangesLeaveOutTheirEnd() {
    assertThat(Audience.range(3, 6)).isEqualTo(Audience.of(3, 4, 5));
    assertThat(Audience.range(3, 3)).isEqualTo(Audience.empty());
  }

  @Example
  void keepsItsBytesWhenOthersAreMadeFromIt() {
    Audience audience = Audience.range(0, 100_000);
    audience.toBytes();
    audience.minus(Audience.of(5)).union(Audience.of(200_000));

    assertThat(audience).isEqualTo(Audience.range(0, 100_000));
  }

  @Example
  void refusesBytesThatAreNoAudience() {
    byte[] bytes = "no audience".getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> Audience.fromBytes(bytes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Not a serialized audience: 11 bytes");
  }

  private static Audience audience(Collection<Integer> members) {
    return Audience.collect(members.stream().mapToInt(member -> member));
  }

  private static Set<Integer> union(List<Set<Integer>> sets) {
    Set<Integer> union = new TreeSet<>();
    sets.forEach(union::addAll);
    return union;
  }

  private static Set<Integer> intersection(List<Set<Integer>> sets) {
    Set<Integer> intersection = sets.isEmpty() ? Set.of() : new TreeSet<>(sets.get(0));
    sets.forEach(intersection::retainAll);
    return intersection;
  }
}
