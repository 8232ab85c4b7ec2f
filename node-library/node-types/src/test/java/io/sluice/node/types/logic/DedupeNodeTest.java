package io.sluice.node.types.logic;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.node.Audience;
import io.sluice.node.InPort;
import io.sluice.node.testkit.NodeResult;
import io.sluice.node.testkit.NodeTester;
import io.sluice.node.testkit.NodeTypeContract;
import io.sluice.node.testkit.Problem;
import io.sluice.node.types.logic.DedupeNode.Settings;
import org.junit.jupiter.api.Test;

class DedupeNodeTest extends NodeTypeContract<Settings> {
  private static final int J = 10;
  private static final int Y = 25;
  private static final int B = 2;

  DedupeNodeTest() {
    super(new DedupeNode(), new Settings(2), new Settings(5));
  }

  private final NodeTester<Settings> node =
      NodeTester.of(new DedupeNode()).settings(new Settings(2));

  @Test
  void leavesEachPersonOnTheFirstPathThatHasThem() {
    NodeResult result = node.at("in1", J, Y, B).at("in2", J).run();

    assertThat(result.at("out1")).isEqualTo(Audience.of(J, Y, B));
    assertThat(result.at("out2")).isEqualTo(Audience.empty());
  }

  @Test
  void followsTheOrderOfThePaths() {
    NodeResult result = node.at("in1", J).at("in2", J, Y, B).run();

    assertThat(result.at("out1")).isEqualTo(Audience.of(J));
    assertThat(result.at("out2")).isEqualTo(Audience.of(Y, B));
  }

  @Test
  void hasAPairOfPortsPerPath() {
    assertThat(new DedupeNode().ports(new Settings(3)).in())
        .extracting(InPort::key)
        .containsExactly("in1", "in2", "in3");
  }

  @Test
  void refusesASinglePath() {
    assertThat(node.settings("{\"inputs\":1}").problems())
        .extracting(Problem::field)
        .containsExactly("inputs");
  }
}
