package com.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.node.OutPort;
import io.sluice.node.testkit.NodeResult;
import io.sluice.node.testkit.NodeTester;
import io.sluice.node.testkit.NodeTypeContract;
import io.sluice.node.testkit.Problem;
import org.junit.jupiter.api.Test;

class LimitNodeTest extends NodeTypeContract<LimitNode.Settings> {
  LimitNodeTest() {
    super(new LimitNode(), new LimitNode.Settings(50), new LimitNode.Settings(1_000_000));
  }

  @Test
  void letsNoMorePeoplePassThanItSays() {
    NodeResult result =
        NodeTester.of(new LimitNode()).settings("{\"people\": 2}").in(1, 2, 3, 4, 5).run();

    assertThat(result.at(OutPort.OUT).size()).isEqualTo(2);
    assertThat(result.at(OutPort.REST).size()).isEqualTo(3);
  }

  @Test
  void refusesToLetNobodyPass() {
    assertThat(NodeTester.of(new LimitNode()).settings("{\"people\": 0}").problems())
        .extracting(Problem::field)
        .containsExactly("people");
  }
}
