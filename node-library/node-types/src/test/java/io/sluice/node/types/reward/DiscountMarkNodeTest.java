package io.sluice.node.types.reward;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.node.ActionNode;
import io.sluice.node.Audience;
import io.sluice.node.DiscountOffer;
import io.sluice.node.Forecast;
import io.sluice.node.SetRef;
import io.sluice.node.SetWrite;
import io.sluice.node.testkit.NodeResult;
import io.sluice.node.testkit.NodeTester;
import io.sluice.node.testkit.NodeTypeContract;
import io.sluice.node.testkit.Problem;
import io.sluice.node.types.reward.DiscountMarkNode.Settings;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DiscountMarkNodeTest extends NodeTypeContract<Settings> {
  DiscountMarkNodeTest() {
    super(
        new DiscountMarkNode(),
        new Settings("spring", null, null, null),
        new Settings("spring", Duration.ofDays(30), "offers", null));
  }

  private static NodeTester<Settings> node(boolean open, String settings) {
    return NodeTester.of(new DiscountMarkNode())
        .offer("spring", new DiscountOffer(open, new BigDecimal("2.5"), BigDecimal.TEN))
        .settings(settings.replace('\'', '"'));
  }

  @Test
  void marksEverybodyForAsLongAsTheOfferGoes() {
    NodeTester<Settings> node = node(true, "{'offer':'spring'}").in(1, 2, 3);
    Forecast forecast = node.forecast();

    assertThat(node.run().writes())
        .containsExactly(SetWrite.add(SetRef.discountMark("spring"), Audience.of(1, 2, 3)));
    assertThat(forecast.cost()).isEqualByComparingTo("7.5");
    assertThat(forecast.highestCost()).isEqualByComparingTo("30");
  }

  @Test
  void marksForAWhileFromItsInstantOn() {
    assertThat(
            node(true, "{'offer':'spring','expiresAfter':'P30D'}")
                .instant("2026-01-01T00:00:00Z")
                .in(1)
                .run()
                .writes())
        .containsExactly(
            SetWrite.addUntil(
                SetRef.discountMark("spring"),
                Audience.of(1),
                Instant.parse("2026-01-31T00:00:00Z")));
  }

  @Test
  void failsForEverybodyOnceTheOfferIsOver() {
    NodeResult result = node(false, "{'offer':'spring'}").in(1, 2).run();

    assertThat(result.at(ActionNode.FAILED)).isEqualTo(Audience.of(1, 2));
    assertThat(result.writes()).isEmpty();
  }

  @Test
  void holdsBackWhoGetsNoBenefitsAndWhoHadARewardOfTheGroup() {
    NodeResult result =
        node(true, "{'offer':'spring','group':'offers'}")
            .kept(SetRef.BENEFIT_BLACKLIST, 1)
            .kept(SetRef.rewardGroup("offers"), 2)
            .in(1, 2, 3)
            .run();

    assertThat(result.at(ActionNode.SUPPRESSED)).isEqualTo(Audience.of(1, 2));
    assertThat(result.at(ActionNode.DONE)).isEqualTo(Audience.of(3));
  }

  @Test
  void refusesOffersThatAreNotThereOrOver() {
    assertThat(node(true, "{'offer':'other'}").problems())
        .extracting(Problem::code)
        .containsExactly("unknown-discount-offer");
    assertThat(node(false, "{'offer':'spring'}").problems())
        .extracting(Problem::code)
        .containsExactly("discount-offer-over");
  }

  @Test
  void refusesAMarkThatEndsAtOnce() {
    assertThat(node(true, "{'offer':'spring','expiresAfter':'PT0S'}").problems())
        .extracting(Problem::code)
        .containsExactly("expiry-out-of-range");
  }
}
