package io.sluice.node.types.logic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.sluice.node.Audience;
import io.sluice.node.InPort;
import io.sluice.node.OutPort;
import io.sluice.node.testkit.NodeResult;
import io.sluice.node.testkit.NodeTester;
import io.sluice.node.testkit.NodeTypeContract;
import io.sluice.node.testkit.Problem;
import io.sluice.node.types.logic.SplitNode.Settings;
import io.sluice.node.types.logic.SplitNode.Variant;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SplitNodeTest extends NodeTypeContract<Settings> {
  SplitNodeTest() {
    super(
        new SplitNode(),
        variants("10", "45", "45"),
        variants(null, "33.3333", "33.3333", "33.3334"),
        variants("0", "100"));
  }

  private final NodeTester<Settings> node = NodeTester.of(new SplitNode());

  @Test
  void holdsOutATenthExactly() {
    NodeResult result =
        node.settings(variants("10", "90")).at(InPort.IN, Audience.range(0, 10_000)).run();

    assertThat(result.at("a").size()).isEqualTo(9_000);
    assertThat(result.at(SplitNode.CONTROL).size()).isEqualTo(1_000);
  }

  @Test
  void placesEverybodyByRank() {
    NodeResult result =
        node.settings(variants(null, "50", "50")).at(InPort.IN, Audience.range(0, 1001)).run();

    assertThat(result.at("a").size()).isEqualTo(501);
    assertThat(result.at("b").size()).isEqualTo(500);
  }

  @Test
  void hasAControlPortOnlyWithAControlGroup() {
    assertThat(new SplitNode().ports(variants("10", "90")).out())
        .extracting(OutPort::key)
        .containsExactly("a", "control");
    assertThat(new SplitNode().ports(variants("0", "100")).out())
        .extracting(OutPort::key)
        .containsExactly("a");
  }

  @Test
  void refusesSharesThatAreNotAHundred() {
    assertThat(node.settings(variants("10", "45", "45.5")).problems())
        .extracting(Problem::code, problem -> problem.message().en())
        .containsExactly(
            tuple(
                "shares-not-100",
                "The shares add up to 100.5 %. Change them so that they and the control group are"
                    + " exactly 100 %."));
  }

  @Test
  void refusesAVariantNamedControl() {
    assertThat(node.settings("{\"variants\":[{\"key\":\"control\",\"percent\":100}]}").problems())
        .extracting(Problem::code)
        .containsExactly("key-taken");
  }

  private static Settings variants(String control, String... percents) {
    List<Variant> variants = new ArrayList<>();
    for (String percent : percents) {
      String key = String.valueOf((char) ('a' + variants.size()));
      variants.add(new Variant(key, "Variant " + key, new BigDecimal(percent)));
    }
    return new Settings(variants, control == null ? null : new BigDecimal(control));
  }
}
