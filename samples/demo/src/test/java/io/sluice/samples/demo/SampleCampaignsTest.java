package io.sluice.samples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.samples.data.DemoPeople;
import java.time.Duration;
import java.time.Instant;
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
    requireAsExpected("win-back", seed -> WinBackExpectation.of(facts, seed));
  }

  @Test
  void givesEverybodyOneOfferInTheBigSale() {
    requireAsExpected("big-sale", seed -> BigSaleExpectation.of(facts, seed));
  }

  @Test
  void caresByLevelOnMemberDay() {
    requireAsExpected("member-day", seed -> MemberDayExpectation.of(facts));
  }

  private void requireAsExpected(String key, LongFunction<Expected> expectation) {
    Campaign campaign = new Campaign(rest, key, AS_OF);
    campaign.requireNoProblems();
    Campaign.Passage dryRun = campaign.dryRun();
    Campaign.Passage run = campaign.run();
    Expected expected = expectation.apply(run.seed());

    assertThat(dryRun.sizes()).isEqualTo(expected.sizes());
    assertThat(run.sizes()).isEqualTo(expected.sizes());
    for (String port : expected.ports()) {
      assertThat(expected.at(port))
          .as("a port that nobody passes tests nothing: %s", port)
          .isNotEmpty();
      assertThat(dryRun.at(port)).as("dry run, %s", port).isEqualTo(expected.at(port));
      assertThat(run.at(port)).as("run, %s", port).isEqualTo(expected.at(port));
    }
  }
}
