package io.sluice.node.types.message;

import io.sluice.node.Category;
import io.sluice.node.Label;
import io.sluice.node.Message;
import io.sluice.node.Message.AtNight;
import io.sluice.node.Message.Purpose;
import io.sluice.node.Message.Variant;
import io.sluice.node.MessageNode;
import io.sluice.node.NodeCheck;
import io.sluice.node.NodeInfo;
import io.sluice.node.Rule;
import io.sluice.node.Text;
import io.sluice.node.Trait;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sends each person an SMS. */
public final class SmsNode implements MessageNode<SmsNode.Settings> {
  private static final String CHANNEL = "sms";
  private static final NodeInfo INFO =
      new NodeInfo(
          CHANNEL,
          Category.MESSAGE,
          Text.of("SMS", "短信"),
          Text.of("Sends each person an SMS.", "给每个人发送一条短信。"),
          "message-square",
          Set.of(Trait.MESSAGE, Trait.ACCEPTS_GUESTS));

  /**
   * The settings.
   *
   * @param purpose what it is sent for
   * @param template the approved template it is made from, instead of a text
   * @param text what it says, with placeholders
   * @param signature who sends it
   * @param optOut how to end the consent
   * @param atNight what becomes of people for whom it is a quiet hour; they get it later where null
   * @param preferDelivery whether a message is sent again where nobody knows if it was sent
   * @param skipIf whom the node passes over
   * @param gateway the gateway that carries it; that of the channel where empty
   */
  public record Settings(
      @NotNull @Label(en = "Purpose", zh = "用途") Purpose purpose,
      @Size(max = MessageSettings.KEY_LENGTH) @Label(en = "Template", zh = "模板", field = "template")
          String template,
      @Size(max = 2000) @Label(en = "Text", zh = "内容", field = "liquid", when = "template=")
          String text,
      @Size(max = 50) @Label(en = "Signature", zh = "签名", when = "template=") String signature,
      @Size(max = 100) @Label(en = "Opt-out text", zh = "退订提示", when = "template=") String optOut,
      @Label(en = "In quiet hours", zh = "静默时段") AtNight atNight,
      @Label(en = "Send again if unsure", zh = "结果不明时重发") boolean preferDelivery,
      @Label(en = "Pass over", zh = "跳过条件") Rule skipIf,
      @Size(max = MessageSettings.KEY_LENGTH) @Label(en = "Gateway", zh = "通道", field = "gateway")
          String gateway)
      implements MessageSettings {}

  @Override
  public NodeInfo info() {
    return INFO;
  }

  @Override
  public Class<Settings> configType() {
    return Settings.class;
  }

  @Override
  public void check(Settings settings, NodeCheck check) {
    MessageSettings.checkSource(settings.template(), settings.text(), "text", check);
    // What a template holds is checked where templates are known.
    if (!MessageSettings.isGiven(settings.template())) {
      MessageSettings.checkSms(settings.purpose(), settings.signature(), settings.optOut(), check);
    }
  }

  @Override
  public Message message(Settings settings) {
    Variant variant =
        new Variant(
            CHANNEL,
            Optional.empty(),
            MessageSettings.given(settings.template()),
            MessageSettings.given(settings.gateway()),
            true,
            MessageSettings.parts(
                "text", settings.text(),
                "signature", settings.signature(),
                "opt-out", settings.optOut()));
    return settings.message(List.of(variant));
  }
}
