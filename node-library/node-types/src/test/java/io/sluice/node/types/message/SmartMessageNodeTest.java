package io.sluice.node.types.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.node.Message.AtNight;
import io.sluice.node.Message.Purpose;
import io.sluice.node.Message.Variant;
import io.sluice.node.Rule;
import io.sluice.node.testkit.NodeTester;
import io.sluice.node.testkit.NodeTypeContract;
import io.sluice.node.testkit.Problem;
import io.sluice.node.types.message.SmartMessageNode.Channel;
import io.sluice.node.types.message.SmartMessageNode.Choice;
import io.sluice.node.types.message.SmartMessageNode.Settings;
import java.util.List;
import org.junit.jupiter.api.Test;

class SmartMessageNodeTest extends NodeTypeContract<Settings> {
  private static final Rule RULE = new Rule("{\"tag\":\"vip\"}");
  private static final Choice SMS =
      new Choice(Channel.SMS, RULE, null, "Hi", "Shop", "R", null, null, "main");
  private static final Choice EMAIL =
      new Choice(Channel.EMAIL, null, null, null, null, null, "Hi", "<p>Hi</p>", null);

  SmartMessageNodeTest() {
    super(
        new SmartMessageNode(),
        new Settings(Purpose.MARKETING, List.of(SMS, EMAIL), AtNight.HOLD, true, RULE),
        new Settings(Purpose.SERVICE, List.of(EMAIL, SMS), null, false, null));
  }

  private final NodeTester<Settings> node = NodeTester.of(new SmartMessageNode());

  private Settings of(Choice... variants) {
    return new Settings(Purpose.MARKETING, List.of(variants), null, false, null);
  }

  @Test
  void keepsTheOrderOfItsMessages() {
    assertThat(node.settings(of(EMAIL, SMS)).message().variants())
        .extracting(Variant::channel)
        .containsExactly("email", "sms");
  }

  @Test
  void namesTheMessageThatLacksSomething() {
    Choice bare = new Choice(Channel.SMS, null, null, null, null, null, null, null, null);

    assertThat(node.settings(of(EMAIL, bare)).problems())
        .extracting(Problem::field)
        .containsExactlyInAnyOrder(
            "variants[1].text", "variants[1].signature", "variants[1].optOut");
  }

  @Test
  void asksForTwoMessages() {
    assertThat(node.settings(of(EMAIL)).problems())
        .extracting(Problem::field)
        .containsExactly("variants");
  }
}
