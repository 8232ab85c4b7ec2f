package io.sluice.node.types.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.node.Message.AtNight;
import io.sluice.node.Message.Purpose;
import io.sluice.node.Message.Variant;
import io.sluice.node.Rule;
import io.sluice.node.testkit.NodeTester;
import io.sluice.node.testkit.NodeTypeContract;
import io.sluice.node.testkit.Problem;
import io.sluice.node.types.message.EmailNode.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EmailNodeTest extends NodeTypeContract<Settings> {
  private static final Rule RULE = new Rule("{\"tag\":\"vip\"}");

  EmailNodeTest() {
    super(
        new EmailNode(),
        new Settings(
            Purpose.MARKETING,
            null,
            "Hi",
            "Soon",
            "<p>Hi</p>",
            "Hi",
            "Shop",
            true,
            AtNight.DROP,
            true,
            RULE,
            "main"),
        new Settings(
            Purpose.SERVICE, "t", null, null, null, null, null, false, null, false, null, null));
  }

  private final NodeTester<Settings> node = NodeTester.of(new EmailNode());

  @Test
  void saysWhatIsSent() {
    Variant variant =
        node.settings("{\"purpose\":\"marketing\",\"subject\":\"S\",\"html\":\"<p>H</p>\"}")
            .message()
            .variants()
            .get(0);

    assertThat(variant.channel()).isEqualTo("email");
    assertThat(variant.trackClicks()).isTrue();
    assertThat(variant.content()).isEqualTo(Map.of("subject", "S", "html", "<p>H</p>"));
  }

  @Test
  void isContentWithAPlainText() {
    assertThat(
            node.settings("{\"purpose\":\"service\",\"subject\":\"S\",\"text\":\"T\"}").problems())
        .isEmpty();
  }

  @Test
  void asksForPurposeSubjectAndContent() {
    assertThat(node.settings("{}").problems())
        .extracting(Problem::field)
        .containsExactlyInAnyOrder("purpose", "subject", "html");
  }
}
