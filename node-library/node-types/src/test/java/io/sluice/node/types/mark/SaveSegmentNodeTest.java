package io.sluice.node.types.mark;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.node.Audience;
import io.sluice.node.SetRef;
import io.sluice.node.SetWrite;
import io.sluice.node.testkit.NodeTester;
import io.sluice.node.testkit.NodeTypeContract;
import io.sluice.node.testkit.Problem;
import io.sluice.node.types.mark.SaveSegmentNode.Mode;
import io.sluice.node.types.mark.SaveSegmentNode.Settings;
import org.junit.jupiter.api.Test;

class SaveSegmentNodeTest extends NodeTypeContract<Settings> {
  private static final SetRef HOLDOUT = SetRef.segment("holdout");

  SaveSegmentNodeTest() {
    super(
        new SaveSegmentNode(),
        new Settings("holdout", null, null),
        new Settings("holdout", Mode.ADD, null),
        new Settings("holdout", Mode.REPLACE, null));
  }

  private final NodeTester<Settings> node = NodeTester.of(new SaveSegmentNode()).in(1, 2);

  @Test
  void addsToTheSegmentUnlessToldOtherwise() {
    assertThat(node.settings("{\"segment\":\"holdout\"}").run().writes())
        .containsExactly(SetWrite.add(HOLDOUT, Audience.of(1, 2)));
  }

  @Test
  void replacesTheSegment() {
    assertThat(node.settings("{\"segment\":\"holdout\",\"mode\":\"replace\"}").run().writes())
        .containsExactly(SetWrite.replace(HOLDOUT, Audience.of(1, 2)));
  }

  @Test
  void asksForTheSegment() {
    assertThat(node.settings("{}").problems())
        .extracting(Problem::field)
        .containsExactly("segment");
  }
}
