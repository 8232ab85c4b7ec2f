package io.sluice.node.types.reward;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.node.ActionNode;
import io.sluice.node.Audience;
import io.sluice.node.CouponBatch;
import io.sluice.node.CouponKind;
import io.sluice.node.CouponRef;
import io.sluice.node.CouponWrite;
import io.sluice.node.Forecast;
import io.sluice.node.testkit.NodeResult;
import io.sluice.node.testkit.NodeTester;
import io.sluice.node.testkit.NodeTypeContract;
import io.sluice.node.testkit.Problem;
import io.sluice.node.types.reward.CouponNode.Settings;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CouponNodeTest extends NodeTypeContract<Settings> {
  CouponNodeTest() {
    super(
        new CouponNode(),
        new Settings("welcome", null, null),
        new Settings("welcome", "gifts", null));
  }

  private static NodeTester<Settings> node(long left, int... atLimit) {
    return NodeTester.of(new CouponNode())
        .coupons(
            "welcome",
            new CouponKind(false, Optional.empty(), left, false),
            new CouponBatch(
                true,
                false,
                left,
                left,
                Audience.of(atLimit),
                new BigDecimal("2.5"),
                BigDecimal.TEN))
        .settings("{\"batch\":\"welcome\"}");
  }

  @Test
  void givesEverybodyACoupon() {
    NodeTester<Settings> node = node(10).in(1, 2, 3);
    Forecast forecast = node.forecast();

    assertThat(node.run().writes())
        .containsExactly(new CouponWrite(new CouponRef("welcome"), Audience.of(1, 2, 3), true));
    assertThat(forecast.cost()).isEqualByComparingTo("7.5");
    assertThat(forecast.highestCost()).isEqualByComparingTo("30");
  }

  @Test
  void failsForThoseForWhomNoneIsLeft() {
    NodeResult result = node(2).in(1, 2, 3).run();

    assertThat(result.at(ActionNode.DONE).size()).isEqualTo(2);
    assertThat(result.at(ActionNode.FAILED).size()).isEqualTo(1);
  }

  @Test
  void holdsBackWhoHasAsManyAsOnePersonMayHave() {
    NodeResult result = node(2, 1).in(1, 2, 3).run();

    assertThat(result.at(ActionNode.SUPPRESSED)).isEqualTo(Audience.of(1));
    assertThat(result.at(ActionNode.DONE)).isEqualTo(Audience.of(2, 3));
  }

  @Test
  void warnsOfABatchOfWhichNothingIsLeft() {
    assertThat(node(0).problems()).extracting(Problem::code).containsExactly("out-of-stock");
  }

  @Test
  void refusesABatchThatIsNotThere() {
    assertThat(node(1).settings("{\"batch\":\"other\"}").problems())
        .extracting(Problem::code)
        .containsExactly("unknown-coupon-batch");
  }
}
