package io.sluice.node.types.mark;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.node.Audience;
import io.sluice.node.Rule;
import io.sluice.node.ValueRef;
import io.sluice.node.ValueWrite;
import io.sluice.node.testkit.NodeTester;
import io.sluice.node.testkit.NodeTypeContract;
import io.sluice.node.testkit.Problem;
import io.sluice.node.types.mark.LevelNode.Mode;
import io.sluice.node.types.mark.LevelNode.Settings;
import java.util.List;
import org.junit.jupiter.api.Test;

class LevelNodeTest extends NodeTypeContract<Settings> {
  LevelNodeTest() {
    super(
        new LevelNode(),
        new Settings(2, Mode.RAISE, null),
        new Settings(0, Mode.FORCE, new Rule("{\"tag\":\"vip\"}")));
  }

  private final NodeTester<Settings> node = NodeTester.of(new LevelNode()).in(1, 2);

  @Test
  void raisesToTheLevel() {
    assertThat(node.settings("{\"level\":2,\"mode\":\"raise\"}").run().writes())
        .containsExactly(
            new ValueWrite(ValueRef.LEVEL, ValueWrite.Mode.RAISE, List.of("2"), Audience.of(1, 2)));
  }

  @Test
  void forcesTheLevel() {
    assertThat(node.settings("{\"level\":2,\"mode\":\"force\"}").run().writes())
        .containsExactly(
            new ValueWrite(ValueRef.LEVEL, ValueWrite.Mode.SET, List.of("2"), Audience.of(1, 2)));
  }

  @Test
  void asksForLevelAndMode() {
    assertThat(node.settings("{}").problems())
        .extracting(Problem::field)
        .containsExactlyInAnyOrder("level", "mode");
  }
}
