package io.sluice.node.types.mark;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.node.Audience;
import io.sluice.node.SetRef;
import io.sluice.node.SetWrite;
import io.sluice.node.testkit.NodeTester;
import io.sluice.node.testkit.NodeTypeContract;
import io.sluice.node.types.mark.BlacklistNode.Action;
import io.sluice.node.types.mark.BlacklistNode.Settings;
import org.junit.jupiter.api.Test;

class BlacklistNodeTest extends NodeTypeContract<Settings> {
  BlacklistNodeTest() {
    super(
        new BlacklistNode(),
        new Settings(BlacklistNode.List.MESSAGES, Action.ADD, null),
        new Settings(BlacklistNode.List.POINTS, Action.REMOVE, null),
        new Settings(BlacklistNode.List.BENEFITS, Action.ADD, null));
  }

  private final NodeTester<Settings> node = NodeTester.of(new BlacklistNode()).in(1, 2);

  @Test
  void putsPeopleOnTheList() {
    assertThat(node.settings("{\"list\":\"messages\",\"action\":\"add\"}").run().writes())
        .containsExactly(SetWrite.add(SetRef.MESSAGE_BLACKLIST, Audience.of(1, 2)));
  }

  @Test
  void takesPeopleOffTheList() {
    assertThat(node.settings("{\"list\":\"benefits\",\"action\":\"remove\"}").run().writes())
        .containsExactly(SetWrite.remove(SetRef.BENEFIT_BLACKLIST, Audience.of(1, 2)));
  }
}
