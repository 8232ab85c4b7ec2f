package io.sluice.node.types.reward;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.node.ActionNode;
import io.sluice.node.Audience;
import io.sluice.node.CodePool;
import io.sluice.node.CodePoolRef;
import io.sluice.node.CodeWrite;
import io.sluice.node.Forecast;
import io.sluice.node.SeededOrder;
import io.sluice.node.testkit.NodeResult;
import io.sluice.node.testkit.NodeTester;
import io.sluice.node.testkit.NodeTypeContract;
import io.sluice.node.testkit.Problem;
import io.sluice.node.types.reward.BenefitCodeNode.Settings;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class BenefitCodeNodeTest extends NodeTypeContract<Settings> {
  BenefitCodeNodeTest() {
    super(
        new BenefitCodeNode(),
        new Settings("cinema", null, null),
        new Settings("cinema", "gifts", null));
  }

  private static NodeTester<Settings> node(boolean open, long left) {
    return NodeTester.of(new BenefitCodeNode())
        .codes("cinema", new CodePool(open, left, new BigDecimal("1.5")))
        .settings("{\"pool\":\"cinema\"}");
  }

  @Test
  void givesEverybodyACodeAtItsCost() {
    NodeTester<Settings> node = node(true, 10).in(1, 2, 3);
    Forecast forecast = node.forecast();

    assertThat(node.run().writes())
        .containsExactly(new CodeWrite(new CodePoolRef("cinema"), Audience.of(1, 2, 3)));
    assertThat(forecast.cost()).isEqualByComparingTo("4.5");
    assertThat(forecast.highestCost()).isEqualByComparingTo("4.5");
  }

  @Test
  void letsTheSeededOrderDecideWhoGoesWithout() {
    NodeResult result = node(true, 2).seed(7).in(1, 2, 3, 4).run();

    assertThat(result.at(ActionNode.DONE))
        .isEqualTo(SeededOrder.of(7, "node").slices(Audience.of(1, 2, 3, 4), 0, 2).get(0));
    assertThat(result.at(ActionNode.FAILED).size()).isEqualTo(2);
  }

  @Test
  void failsForEverybodyOnceThePoolIsOver() {
    assertThat(node(false, 10).in(1, 2).run().at(ActionNode.FAILED)).isEqualTo(Audience.of(1, 2));
  }

  @Test
  void saysWhatIsWrongWithAPool() {
    assertThat(node(true, 1).settings("{\"pool\":\"other\"}").problems())
        .extracting(Problem::code)
        .containsExactly("unknown-code-pool");
    assertThat(node(false, 1).problems())
        .extracting(Problem::code)
        .containsExactly("code-pool-over");
    assertThat(node(true, 0).problems()).extracting(Problem::code).containsExactly("no-codes-left");
  }
}
