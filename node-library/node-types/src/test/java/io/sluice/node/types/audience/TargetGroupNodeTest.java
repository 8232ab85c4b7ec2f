package io.sluice.node.types.audience;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.node.Audience;
import io.sluice.node.OutPort;
import io.sluice.node.Rule;
import io.sluice.node.SetRef;
import io.sluice.node.testkit.NodeTester;
import io.sluice.node.testkit.NodeTypeContract;
import io.sluice.node.testkit.Problem;
import io.sluice.node.types.audience.TargetGroupNode.Settings;
import io.sluice.node.types.audience.TargetGroupNode.Who;
import org.junit.jupiter.api.Test;

class TargetGroupNodeTest extends NodeTypeContract<Settings> {
  private static final Rule SILENT = new Rule("{\"silent\":true}");

  TargetGroupNodeTest() {
    super(
        new TargetGroupNode(),
        new Settings(Who.EVERYONE, null, null),
        new Settings(Who.SEGMENT, "vip", null),
        new Settings(Who.RULE, null, SILENT));
  }

  private final NodeTester<Settings> node =
      NodeTester.of(new TargetGroupNode())
          .members(Audience.range(0, 10))
          .segment("vip", 1, 2)
          .rule(SILENT, 2, 3);

  @Test
  void entersEveryoneWhereThatIsSaid() {
    assertThat(node.settings("{\"who\":\"everyone\"}").run().at(OutPort.OUT))
        .isEqualTo(Audience.range(0, 10));
  }

  @Test
  void entersTheSegment() {
    assertThat(node.settings("{\"who\":\"segment\",\"segment\":\"vip\"}").run().at(OutPort.OUT))
        .isEqualTo(Audience.of(1, 2));
  }

  @Test
  void entersWhoMeetsTheRule() {
    assertThat(node.settings("{\"who\":\"rule\",\"rule\":{\"silent\":true}}").run().at(OutPort.OUT))
        .isEqualTo(Audience.of(2, 3));
  }

  @Test
  void isNeverEveryoneUnlessThatIsSaid() {
    assertThat(node.settings("{}").problems()).extracting(Problem::field).containsExactly("who");
  }

  @Test
  void asksForTheSegment() {
    assertThat(node.settings("{\"who\":\"segment\"}").problems())
        .extracting(Problem::code)
        .containsExactly("missing-segment");
  }

  @Test
  void refusesASegmentThatDoesNotExist() {
    assertThat(node.settings("{\"who\":\"segment\",\"segment\":\"gone\"}").problems())
        .extracting(Problem::code)
        .containsExactly("unknown-segment");
  }

  @Test
  void asksForTheRule() {
    assertThat(node.settings("{\"who\":\"rule\"}").problems())
        .extracting(Problem::code)
        .containsExactly("missing-rule");
  }

  @Test
  void readsItsSegment() {
    assertThat(new TargetGroupNode().reads(new Settings(Who.SEGMENT, "vip", null)))
        .containsExactly(SetRef.segment("vip"));
  }
}
