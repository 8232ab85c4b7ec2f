package io.sluice.node.types.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.node.Message;
import io.sluice.node.Message.AtNight;
import io.sluice.node.Message.Purpose;
import io.sluice.node.Rule;
import io.sluice.node.testkit.NodeTester;
import io.sluice.node.testkit.NodeTypeContract;
import io.sluice.node.testkit.Problem;
import io.sluice.node.types.message.SmsNode.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SmsNodeTest extends NodeTypeContract<Settings> {
  private static final Rule RULE = new Rule("{\"tag\":\"vip\"}");

  SmsNodeTest() {
    super(
        new SmsNode(),
        new Settings(
            Purpose.MARKETING, null, "Hi", "Shop", "Reply R", AtNight.DROP, true, RULE, "main"),
        new Settings(Purpose.SERVICE, null, "Hi", "Shop", null, null, false, null, null),
        new Settings(Purpose.MARKETING, "spring", null, null, null, null, false, null, null));
  }

  private final NodeTester<Settings> node = NodeTester.of(new SmsNode());

  @Test
  void saysWhatIsSent() {
    Message message =
        node.settings(
                "{\"purpose\":\"marketing\",\"text\":\"Hi\",\"signature\":\"Shop\",\"optOut\":\"R\"}")
            .message();

    assertThat(message.purpose()).isEqualTo(Purpose.MARKETING);
    assertThat(message.atNight()).isEqualTo(AtNight.HOLD);
    assertThat(message.variants().get(0).channel()).isEqualTo("sms");
    assertThat(message.variants().get(0).content())
        .isEqualTo(Map.of("text", "Hi", "signature", "Shop", "opt-out", "R"));
  }

  @Test
  void needsNoOptOutForService() {
    assertThat(
            node.settings("{\"purpose\":\"service\",\"text\":\"Hi\",\"signature\":\"Shop\"}")
                .problems())
        .isEmpty();
  }

  @Test
  void asksForPurposeContentAndSignature() {
    assertThat(node.settings("{}").problems())
        .extracting(Problem::field)
        .containsExactlyInAnyOrder("purpose", "text", "signature");
  }

  @Test
  void takesNoBracketsForASignature() {
    assertThat(
            node.settings("{\"purpose\":\"service\",\"text\":\"Hi\",\"signature\":\"【 】\"}")
                .problems())
        .extracting(Problem::code)
        .containsExactly("no-signature");
  }

  @Test
  void asksForAnOptOutOfMarketing() {
    assertThat(
            node.settings("{\"purpose\":\"marketing\",\"text\":\"Hi\",\"signature\":\"Shop\"}")
                .problems())
        .extracting(Problem::code)
        .containsExactly("no-opt-out");
  }

  @Test
  void refusesATemplateBesidesAText() {
    assertThat(
            node.settings("{\"purpose\":\"service\",\"text\":\"Hi\",\"template\":\"t\"}")
                .problems())
        .extracting(Problem::code)
        .containsExactly("template-and-content");
  }
}
