package io.sluice.node.types.mark;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.node.ActionNode;
import io.sluice.node.Audience;
import io.sluice.node.SetRef;
import io.sluice.node.SetWrite;
import io.sluice.node.testkit.NodeResult;
import io.sluice.node.testkit.NodeTester;
import io.sluice.node.testkit.NodeTypeContract;
import io.sluice.node.testkit.Problem;
import io.sluice.node.types.mark.TagNode.Action;
import io.sluice.node.types.mark.TagNode.Settings;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TagNodeTest extends NodeTypeContract<Settings> {
  private static final SetRef WINBACK = SetRef.tag("winback-2026");

  TagNodeTest() {
    super(
        new TagNode(),
        new Settings("winback-2026", Action.ADD, null, null),
        new Settings("winback-2026", Action.ADD, Duration.ofDays(90), null),
        new Settings("winback-2026", Action.REMOVE, null, null));
  }

  private final NodeTester<Settings> node =
      NodeTester.of(new TagNode()).instant("2026-11-21T00:00:00Z").in(1, 2);

  @Test
  void tagsEverybodyWhoArrives() {
    NodeResult result = node.settings("{\"tag\":\"winback-2026\",\"action\":\"add\"}").run();

    assertThat(result.at(ActionNode.DONE)).isEqualTo(Audience.of(1, 2));
    assertThat(result.writes()).containsExactly(SetWrite.add(WINBACK, Audience.of(1, 2)));
  }

  @Test
  void tagsForALimitedTime() {
    String settings = "{\"tag\":\"winback-2026\",\"action\":\"add\",\"expiresAfter\":\"P90D\"}";
    Instant expiry = Instant.parse("2027-02-19T00:00:00Z");

    assertThat(node.settings(settings).run().writes())
        .containsExactly(SetWrite.addUntil(WINBACK, Audience.of(1, 2), expiry));
  }

  @Test
  void removesTheTag() {
    assertThat(node.settings("{\"tag\":\"winback-2026\",\"action\":\"remove\"}").run().writes())
        .containsExactly(SetWrite.remove(WINBACK, Audience.of(1, 2)));
  }

  @Test
  void refusesARemovalThatExpires() {
    assertThat(node.settings(new Settings("t", Action.REMOVE, Duration.ofDays(1), null)).problems())
        .extracting(Problem::code)
        .containsExactly("expiry-of-removal");
  }

  @Test
  void refusesAnExpiryInThePast() {
    assertThat(node.settings(new Settings("t", Action.ADD, Duration.ofDays(-1), null)).problems())
        .extracting(Problem::code)
        .containsExactly("expiry-out-of-range");
  }

  @Test
  void asksForTagAndAction() {
    assertThat(node.settings("{}").problems())
        .extracting(Problem::field)
        .containsExactlyInAnyOrder("tag", "action");
  }
}
