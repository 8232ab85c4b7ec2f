package io.sluice.samples.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DemoPeopleTest {
  private static final Instant REFERENCE = Instant.parse("2026-03-15T00:00:00Z");

  private final DemoPeople people = new DemoPeople(20_000, DemoPeople.SEED, REFERENCE);

  @Test
  void areTheSameEachTimeHoweverManyThereAre() {
    DemoPeople more = new DemoPeople(1_000_000, DemoPeople.SEED, REFERENCE);

    assertThat(facts(more, 4711)).isEqualTo(facts(people, 4711));
  }

  @Test
  void areOthersForAnotherSeed() {
    DemoPeople others = new DemoPeople(20_000, 1, REFERENCE);

    assertThat(facts(others, 4711)).isNotEqualTo(facts(people, 4711));
  }

  @Test
  void moveInTimeWithTheReference() {
    Duration later = Duration.ofDays(100);
    DemoPeople moved = new DemoPeople(20_000, DemoPeople.SEED, REFERENCE.plus(later));

    assertThat(moved.profile(4711).registeredAt())
        .isEqualTo(people.profile(4711).registeredAt().plus(later));
    assertThat(moved.orders(4711)).hasSameSizeAs(people.orders(4711));
  }

  @Test
  void areSpreadOverAllStagesOfTheLifecycle() {
    Map<String, Long> stages =
        everybody(this::stage).collect(Collectors.groupingBy(s -> s, Collectors.counting()));

    assertThat(stages)
        .containsOnlyKeys(
            "active", "silent", "sleeping", "churning", "churned", "long gone", "never");
    assertThat(stages.values()).allMatch(count -> count > 1_000);
  }

  @Test
  void orderTwoAndAHalfTimesOnAverage() {
    long orders = everybody(people::orders).mapToLong(List::size).sum();

    assertThat(orders).isBetween(48_000L, 52_000L);
  }

  @Test
  void registerBeforeTheyBuyAndDoNothingAfterTheReference() {
    for (int i = 0; i < people.count(); i++) {
      Instant registered = people.profile(i).registeredAt();
      assertThat(registered).isBefore(REFERENCE);
      for (Order order : people.orders(i)) {
        assertThat(instants(order)).allMatch(at -> !at.isAfter(REFERENCE));
        assertThat(order.paidAt() == null || order.paidAt().isAfter(registered)).isTrue();
      }
    }
  }

  @Test
  void liveInCitiesOfAllTiersAndHaveNamesInTwoLanguages() {
    Set<Integer> tiers =
        everybody(people::profile).map(p -> p.city().tier()).collect(Collectors.toSet());
    Map<String, List<Profile>> byLanguage =
        everybody(people::profile).collect(Collectors.groupingBy(Profile::language));

    assertThat(tiers).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
    assertThat(byLanguage.get("en")).allMatch(p -> p.name().matches("[A-Za-z' ]+"));
    assertThat(byLanguage.get("zh")).allMatch(p -> p.name().matches("\\p{IsHan}{2,4}"));
  }

  @Test
  void haveKeysPhonesAndAddressesOfTheirOwn() {
    for (Function<Profile, String> own :
        List.<Function<Profile, String>>of(Profile::key, Profile::phone, Profile::email)) {
      List<String> all = everybody(people::profile).map(own).filter(Objects::nonNull).toList();
      assertThat(new HashSet<>(all)).hasSameSizeAs(all);
    }
  }

  private <T> Stream<T> everybody(IntFunction<T> fact) {
    return IntStream.range(0, people.count()).mapToObj(fact);
  }

  private static List<Object> facts(DemoPeople people, int index) {
    return List.of(
        people.profile(index),
        people.orders(index),
        people.consents(index),
        people.traits(index),
        people.marks(index));
  }

  private static List<Instant> instants(Order order) {
    return Stream.of(
            order.placedAt(),
            order.paidAt(),
            order.shippedAt(),
            order.confirmedAt(),
            order.refundedAt())
        .filter(Objects::nonNull)
        .toList();
  }

  private String stage(int index) {
    List<Instant> paid =
        people.orders(index).stream().map(Order::paidAt).filter(Objects::nonNull).toList();
    if (paid.isEmpty()) {
      return "never";
    }
    long days = Duration.between(paid.get(0), REFERENCE).toDays();
    if (days <= 90) {
      return "active";
    }
    if (days <= 180) {
      return "silent";
    }
    if (days <= 270) {
      return "sleeping";
    }
    if (days <= 365) {
      return "churning";
    }
    return days <= 730 ? "churned" : "long gone";
  }
}
