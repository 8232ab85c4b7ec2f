package io.sluice.node.types.logic;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.node.Audience;
import io.sluice.node.OutPort;
import io.sluice.node.Rule;
import io.sluice.node.testkit.NodeResult;
import io.sluice.node.testkit.NodeTester;
import io.sluice.node.testkit.NodeTypeContract;
import io.sluice.node.testkit.Problem;
import io.sluice.node.types.logic.FilterNode.Settings;
import org.junit.jupiter.api.Test;

class FilterNodeTest extends NodeTypeContract<Settings> {
  FilterNodeTest() {
    super(new FilterNode(), new Settings(new Rule("{\"level\":2}")));
  }

  private final NodeTester<Settings> node = NodeTester.of(new FilterNode());

  @Test
  void partsThoseWhoMeetTheRuleFromTheRest() {
    NodeResult result =
        node.settings("{\"rule\":{\"level\":2}}")
            .rule(new Rule("{\"level\":2}"), 2, 3, 9)
            .in(1, 2, 3)
            .run();

    assertThat(result.at(OutPort.OUT)).isEqualTo(Audience.of(2, 3));
    assertThat(result.at(OutPort.REST)).isEqualTo(Audience.of(1));
  }

  @Test
  void asksForARule() {
    assertThat(node.settings("{}").problems()).extracting(Problem::field).containsExactly("rule");
  }
}
