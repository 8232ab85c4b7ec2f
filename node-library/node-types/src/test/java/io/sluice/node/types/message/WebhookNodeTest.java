package io.sluice.node.types.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.node.Message;
import io.sluice.node.Message.Purpose;
import io.sluice.node.Rule;
import io.sluice.node.testkit.NodeTester;
import io.sluice.node.testkit.NodeTypeContract;
import io.sluice.node.testkit.Problem;
import io.sluice.node.types.message.WebhookNode.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebhookNodeTest extends NodeTypeContract<Settings> {
  private static final Rule RULE = new Rule("{\"tag\":\"vip\"}");

  WebhookNodeTest() {
    super(
        new WebhookNode(),
        new Settings("https://crm.example/hook", "{}", true, RULE, "crm"),
        new Settings("http://crm.example/hook", "{}", false, null, null));
  }

  private final NodeTester<Settings> node = NodeTester.of(new WebhookNode());

  @Test
  void tellsTheAddressAndTheBody() {
    Message message =
        node.settings(new Settings("https://crm.example/hook", "{}", false, null, null)).message();

    assertThat(message.purpose()).isEqualTo(Purpose.SERVICE);
    assertThat(message.variants().get(0).content())
        .isEqualTo(Map.of("url", "https://crm.example/hook", "body", "{}"));
  }

  @Test
  void refusesWhatIsNoWebAddress() {
    assertThat(node.settings(new Settings("ftp://crm.example", "{}", false, null, null)).problems())
        .extracting(Problem::code)
        .containsExactly("bad-url");
  }
}
