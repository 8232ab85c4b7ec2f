package io.sluice.node.types.logic;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.node.Audience;
import io.sluice.node.Inputs;
import io.sluice.node.OutPort;
import io.sluice.node.testkit.NodeResult;
import io.sluice.node.testkit.NodeTester;
import io.sluice.node.testkit.NodeTypeContract;
import org.junit.jupiter.api.Test;

class ExcludeNodeTest extends NodeTypeContract<ExcludeNode.Settings> {
  private static final int J = 10;
  private static final int Y = 25;
  private static final int B = 2;

  ExcludeNodeTest() {
    super(new ExcludeNode(), new ExcludeNode.Settings());
  }

  @Override
  protected Audience mustLeave(Inputs inputs) {
    return inputs.unionAt(ExcludeNode.MAIN);
  }

  @Test
  void takesTheOtherPathsOutOfTheMainOne() {
    NodeResult result =
        NodeTester.of(new ExcludeNode())
            .settings("{}")
            .at(ExcludeNode.MAIN, J, Y, B)
            .at(ExcludeNode.MINUS, J)
            .at(ExcludeNode.MINUS, 99)
            .run();

    assertThat(result.at(OutPort.OUT)).isEqualTo(Audience.of(Y, B));
    assertThat(result.at(OutPort.REST)).isEqualTo(Audience.of(J));
  }
}
