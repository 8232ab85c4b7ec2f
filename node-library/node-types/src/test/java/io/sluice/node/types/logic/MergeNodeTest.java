package io.sluice.node.types.logic;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.node.Audience;
import io.sluice.node.OutPort;
import io.sluice.node.testkit.NodeResult;
import io.sluice.node.testkit.NodeTester;
import io.sluice.node.testkit.NodeTypeContract;
import org.junit.jupiter.api.Test;

class MergeNodeTest extends NodeTypeContract<MergeNode.Settings> {
  private static final int Z = 26;
  private static final int W = 23;

  MergeNodeTest() {
    super(new MergeNode(), new MergeNode.Settings());
  }

  @Test
  void bringsPathsTogether() {
    NodeResult result = NodeTester.of(new MergeNode()).settings("{}").in(Z).in(W).in(Z, W).run();

    assertThat(result.at(OutPort.OUT)).isEqualTo(Audience.of(Z, W));
  }
}
