package io.sluice.samples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.samples.data.DemoPeople;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;

/** Every sample does to every single person what its expectation, written by hand, says. */
@DemoServerTest
class SampleCampaignsTest {
  private static final Instant REFERENCE = Instant.parse(DemoServerTest.REFERENCE);

  /** So long before the reference that nobody has to wait, and people still buy afterwards. */
  private static final Instant AS_OF = REFERENCE.minus(Duration.ofDays(12));

  private final Facts facts =
      new Facts(
          new DemoPeople(DemoServerTest.MEMBERS, DemoPeople.SEED, REFERENCE),
          DemoWorkspace.ZONE,
          AS_OF);

  @Autowired private TestRestTemplate rest;

  @Test
  void activatesNewMembers() {
    requireAsExpected("new-member-activation", seed -> ActivationExpectation.of(facts, seed));
  }

  @Test
  void winsSilentMembersBack() {
    Campaign.Passage dryRun =
        requireAsExpected("win-back", seed -> WinBackExpectation.of(facts, seed));

    JsonNode budget =
        rest.getForObject("/api/workspaces/demo/campaigns/win-back/budget", JsonNode.class);
    assertThat(budget.path("spent").decimalValue())
        .isPositive()
        .isEqualByComparingTo(dryRun.cost());
  }

  @Test
  void givesEverybodyOneOfferInTheBigSale() {
    requireAsExpected("big-sale", seed -> BigSaleExpectation.of(facts, seed));
  }

  @Test
  void caresByLevelOnMemberDay() {
    Campaign.Passage dryRun =
        requireAsExpected("member-day", seed -> MemberDayExpectation.of(facts));

    List<Integer> parts = dryRun.at("triple.done").stream().map(this::partsOfTriplePoints).toList();
    assertThat(parts).contains(1, 2);
    assertThat(dryRun.node("triple").path("units").asInt())
        .isEqualTo(parts.stream().mapToInt(Integer::intValue).sum());
  }

  /** 61 characters and the name: what is above 70 goes in parts of 67. */
  private int partsOfTriplePoints(int person) {
    return 61 + facts.people().profile(person).name().length() <= 70 ? 1 : 2;
  }

  /** The dry run, and the run behind it, do what the expectation says. */
  private Campaign.Passage requireAsExpected(String key, LongFunction<Expected> expectation) {
    Campaign campaign = new Campaign(rest, key, AS_OF);
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
    return dryRun;
  }
}
