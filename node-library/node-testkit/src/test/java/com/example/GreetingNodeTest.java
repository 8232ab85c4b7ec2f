package com.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.node.testkit.NodeTester;
import io.sluice.node.testkit.NodeTypeContract;
import org.junit.jupiter.api.Test;

class GreetingNodeTest extends NodeTypeContract<GreetingNode.Settings> {
  GreetingNodeTest() {
    super(new GreetingNode(), new GreetingNode.Settings("Shop"));
  }

  @Test
  void saysWhoGreets() {
    assertThat(
            NodeTester.of(new GreetingNode())
                .settings("{\"signature\": \"Shop\"}")
                .message()
                .variants())
        .singleElement()
        .satisfies(sms -> assertThat(sms.content()).containsEntry("signature", "Shop"));
  }
}
