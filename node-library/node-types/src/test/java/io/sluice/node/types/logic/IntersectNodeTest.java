package io.sluice.node.types.logic;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.node.Audience;
import io.sluice.node.OutPort;
import io.sluice.node.testkit.NodeResult;
import io.sluice.node.testkit.NodeTester;
import io.sluice.node.testkit.NodeTypeContract;
import org.junit.jupiter.api.Test;

class IntersectNodeTest extends NodeTypeContract<IntersectNode.Settings> {
  private static final int Z = 26;
  private static final int L = 12;

  IntersectNodeTest() {
    super(new IntersectNode(), new IntersectNode.Settings());
  }

  private final NodeTester<IntersectNode.Settings> node =
      NodeTester.of(new IntersectNode()).settings("{}");

  @Test
  void keepsThoseOnEveryPath() {
    NodeResult result = node.in(Z, L).in(L).run();

    assertThat(result.at(OutPort.OUT)).isEqualTo(Audience.of(L));
    assertThat(result.at(OutPort.REST)).isEqualTo(Audience.of(Z));
  }

  @Test
  void keepsNobodyWhereOnePathIsEmpty() {
    NodeResult result = node.in(Z, L).in().run();

    assertThat(result.at(OutPort.OUT)).isEqualTo(Audience.empty());
    assertThat(result.at(OutPort.REST)).isEqualTo(Audience.of(Z, L));
  }
}
