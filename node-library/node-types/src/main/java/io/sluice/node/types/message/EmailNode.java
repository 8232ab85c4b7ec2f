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

/** Sends each person an e-mail. */
public final class EmailNode implements MessageNode<EmailNode.Settings> {
  private static final String CHANNEL = "email";
  private static final NodeInfo INFO =
      new NodeInfo(
          CHANNEL,
          Category.MESSAGE,
          Text.of("E-mail", "邮件"),
          Text.of("Sends each person an e-mail.", "给每个人发送一封邮件。"),
          "mail",
          Set.of(Trait.MESSAGE, Trait.ACCEPTS_GUESTS));

  /**
   * The settings.
   *
   * @param purpose what it is sent for
   * @param template the approved template it is made from, instead of own content
   * @param subject its subject, with placeholders
   * @param preheader what mail programs show beside the subject
   * @param html what it says, as HTML
   * @param text what it says, as plain text; made from the HTML where empty
   * @param sender the name of the sender; that of the gateway where empty
   * @param untracked whether opens and clicks are not noted
   * @param atNight what becomes of people for whom it is a quiet hour; they get it later where null
   * @param preferDelivery whether a message is sent again where nobody knows if it was sent
   * @param skipIf whom the node passes over
   * @param gateway the gateway that carries it; that of the channel where empty
   */
  public record Settings(
      @NotNull @Label(en = "Purpose", zh = "用途") Purpose purpose,
      @Size(max = MessageSettings.KEY_LENGTH) @Label(en = "Template", zh = "模板", field = "template")
          String template,
      @Size(max = 500) @Label(en = "Subject", zh = "主题", field = "liquid", when = "template=")
          String subject,
      @Size(max = 500) @Label(en = "Preheader", zh = "预览文字", field = "liquid", when = "template=")
          String preheader,
      @Size(max = 200_000) @Label(en = "HTML", zh = "HTML 内容", field = "html", when = "template=")
          String html,
      @Size(max = 100_000)
          @Label(en = "Plain text", zh = "纯文本内容", field = "liquid", when = "template=")
          String text,
      @Size(max = 200) @Label(en = "Sender name", zh = "发件人名称") String sender,
      @Label(en = "Do not note opens and clicks", zh = "不追踪打开和点击") boolean untracked,
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
    String body = MessageSettings.isGiven(settings.html()) ? settings.html() : settings.text();
    MessageSettings.checkSource(settings.template(), body, "html", check);
    if (!MessageSettings.isGiven(settings.template())) {
      MessageSettings.checkSubject(settings.subject(), check);
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
            !settings.untracked(),
            MessageSettings.parts(
                "subject", settings.subject(),
                "preheader", settings.preheader(),
                "html", settings.html(),
                "text", settings.text(),
                "sender", settings.sender()));
    return settings.message(List.of(variant));
  }
}
