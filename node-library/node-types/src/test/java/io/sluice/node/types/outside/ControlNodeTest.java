package io.sluice.node.types.outside;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.node.ActionNode;
import io.sluice.node.Audience;
import io.sluice.node.Trait;
import io.sluice.node.testkit.NodeResult;
import io.sluice.node.testkit.NodeTester;
import io.sluice.node.testkit.NodeTypeContract;
import io.sluice.node.types.outside.ControlNode.Settings;
import org.junit.jupiter.api.Test;

class ControlNodeTest extends NodeTypeContract<Settings> {
  ControlNodeTest() {
    super(new ControlNode(), new Settings(null), new Settings("until spring"));
  }

  @Test
  void doesNothingToAnybody() {
    NodeResult result = NodeTester.of(new ControlNode()).settings("{}").in(1, 2).run();

    assertThat(result.at(ActionNode.DONE)).isEqualTo(Audience.of(1, 2));
    assertThat(result.writes()).isEmpty();
  }

  @Test
  void isKnownAsAControlGroup() {
    assertThat(new ControlNode().info().has(Trait.CONTROL)).isTrue();
  }
}
