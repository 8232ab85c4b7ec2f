package io.sluice.samples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.samples.data.DemoPeople;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;

/** Every sample does to every single person what its expectation, written by hand, says. */
@DemoServerTest
@Tag("any-database")
class SampleCampaignsTest {
  private static final Instant REFERENCE = Instant.parse(DemoServerTest.REFERENCE);

  /** So long before the reference that nobody has to wait, and people still buy afterwards. */
  private static final Instant AS_OF = REFERENCE.minus(Duration.ofDays(12));

  private static final Duration FEW_DAYS = Duration.ofDays(3);

  private final Facts facts =
      new Facts(
          new DemoPeople(DemoServerTest.MEMBERS, DemoPeople.SEED, REFERENCE),
          DemoWorkspace.ZONE,
          AS_OF);

  @Autowired private TestRestTemplate rest;

  @Test
  void activatesNewMembers() {
    Passed passed =
        requireAsExpected("new-member-activation", seed -> ActivationExpectation.of(facts, seed));

    // Of the coupons three in ten are expected to be used, and at most all.
    assertCost(passed, "coupon", new BigDecimal("4.5"), BigDecimal.valueOf(15));
  }

  @Test
  void winsSilentMembersBack() {
    Passed passed = requireAsExpected("win-back", seed -> WinBackExpectation.of(facts, seed));

    JsonNode budget =
        rest.getForObject("/api/workspaces/demo/campaigns/win-back/budget", JsonNode.class);
    assertThat(budget.path("committed").decimalValue())
        .isPositive()
        .isEqualByComparingTo(passed.dryRun().money());
    assertCost(passed, "plainCoupon", BigDecimal.valueOf(2), BigDecimal.valueOf(20));
    for (String text : List.of("plain", "picks")) {
      requireComparedWithThoseHeldOut(passed.run(), text);
    }
  }

  private void requireComparedWithThoseHeldOut(Campaign.Passage run, String text) {
    JsonNode comparison = run.figures(text).path("comparison");
    Set<Integer> treated = run.at("holdOut." + text);
    Set<Integer> alone = run.at("holdOut.control");

    assertThat(comparison.at("/treated/assigned").asInt()).isEqualTo(treated.size());
    assertThat(comparison.at("/treated/conversions").asInt()).isEqualTo(returned(treated));
    assertThat(comparison.at("/control/assigned").asInt()).isEqualTo(alone.size());
    assertThat(comparison.at("/control/conversions").asInt()).isEqualTo(returned(alone));
    assertThat(returned(treated)).isPositive();
  }

  /** How many of those who can be told reach the goal of win-back. */
  private long returned(Set<Integer> people) {
    Facts end = facts.later(Duration.ofDays(14));
    return people.stream()
        .filter(p -> facts.reachedBy(p, "sms") && !end.bought(p, 14).isEmpty())
        .count();
  }

  @Test
  void givesEverybodyOneOfferInTheBigSale() {
    requireAsExpected("big-sale", seed -> BigSaleExpectation.of(facts, seed));
  }

  @Test
  void givesEverybodyOneGiftAtTheFestivalAndNoSecondOne() {
    // Some days before the other campaigns, whose messages count for the frequency cap.
    Facts before = new Facts(facts.people(), facts.zone(), AS_OF.minus(FEW_DAYS));
    Campaign campaign = new Campaign(rest, "festival-promotion", before.at());
    Passed passed =
        requireAsExpected(campaign, seed -> FestivalPromotionExpectation.of(before, seed));

    assertCost(passed, "vipOffer", BigDecimal.valueOf(27), BigDecimal.valueOf(150));
    assertCost(passed, "regularCoupon", new BigDecimal("7.5"), BigDecimal.valueOf(30));
    assertCost(passed, "comebackCoupon", BigDecimal.valueOf(5), BigDecimal.valueOf(120));
    Set<Integer> gifted = new TreeSet<>();
    for (String gift : List.of("vipOffer", "regularCoupon", "points", "comebackCoupon")) {
      passed.run().at(gift + ".done").forEach(p -> assertThat(gifted.add(p)).isTrue());
    }
    Map<String, Integer> again = campaign.run().sizes();
    assertThat(again).doesNotContainKeys("vipOffer.done", "points.done", "comebackCoupon.done");
    assertThat(
            again.get("vipOffer.suppressed")
                + again.get("regularCoupon.suppressed")
                + again.get("comebackCoupon.suppressed"))
        .isEqualTo(gifted.size());
  }

  @Test
  void caresByLevelOnMemberDay() {
    Campaign.Passage dryRun =
        requireAsExpected("member-day", seed -> MemberDayExpectation.of(facts)).dryRun();

    List<Integer> parts = dryRun.at("triple.done").stream().map(this::partsOfTriplePoints).toList();
    assertThat(parts).contains(1, 2);
    assertThat(dryRun.node("triple").path("units").asInt())
        .isEqualTo(parts.stream().mapToInt(Integer::intValue).sum());
  }

  /** 61 characters and the name: what is above 70 goes in parts of 67. */
  private int partsOfTriplePoints(int person) {
    return 61 + facts.people().profile(person).name().length() <= 70 ? 1 : 2;
  }

  /** What the dry run says of a reward, for each that is given. */
  private static void assertCost(Passed passed, String node, BigDecimal each, BigDecimal most) {
    JsonNode foreseen = passed.dryRun().node(node);
    BigDecimal given = BigDecimal.valueOf(passed.run().at(node + ".done").size());
    assertThat(foreseen.path("cost").decimalValue()).isEqualByComparingTo(each.multiply(given));
    assertThat(foreseen.path("highestCost").decimalValue())
        .isEqualByComparingTo(most.multiply(given));
  }

  private record Passed(Campaign.Passage dryRun, Campaign.Passage run) {}

  private Passed requireAsExpected(String key, LongFunction<Expected> expectation) {
    return requireAsExpected(new Campaign(rest, key, AS_OF), expectation);
  }

  /** The dry run, and the run behind it, do what the expectation says. */
  private static Passed requireAsExpected(Campaign campaign, LongFunction<Expected> expectation) {
    campaign.requireNoProblems();
    Campaign.Passage dryRun = campaign.dryRun();
    Campaign.Passage run = campaign.run();
    Expected expected = expectation.apply(run.seed());

    assertThat(run.sizes()).isEqualTo(expected.sizes());
    Map<String, Integer> certain = dryRun.sizes();
    certain.keySet().removeAll(dryRun.upTo());
    assertThat(expected.sizes()).containsAllEntriesOf(certain);
    for (String port : expected.ports()) {
      Set<Integer> people = expected.at(port);
      assertThat(people).as("a port that nobody passes tests nothing: %s", port).isNotEmpty();
      assertThat(run.at(port)).as("run, %s", port).isEqualTo(people);
      if (dryRun.upTo().contains(port)) {
        assertThat(dryRun.at(port)).as("dry run, at most, %s", port).containsAll(people);
      } else {
        assertThat(dryRun.at(port)).as("dry run, %s", port).isEqualTo(people);
      }
    }
    return new Passed(dryRun, run);
  }
}
