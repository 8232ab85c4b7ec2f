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
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Sends each person the first of several messages by which they can be reached. */
public final class SmartMessageNode implements MessageNode<SmartMessageNode.Settings> {
  private static final NodeInfo INFO =
      new NodeInfo(
          "smart-message",
          Category.MESSAGE,
          Text.of("Smart message", "智能触达"),
          Text.of(
              "Sends each person the first of several messages by which they can be reached.",
              "按顺序选择第一个能触达每个人的渠道发送。"),
          "sparkles",
          Set.of(Trait.MESSAGE));

  /**
   * The settings.
   *
   * @param purpose what it is sent for
   * @param variants the messages; each person gets the first that can reach them
   * @param atNight what becomes of people for whom it is a quiet hour; they get it later where null
   * @param preferDelivery whether a message is sent again where nobody knows if it was sent
   * @param skipIf whom the node passes over
   */
  public record Settings(
      @NotNull @Label(en = "Purpose", zh = "用途") Purpose purpose,
      @NotEmpty @Size(min = 2, max = 10) @Label(en = "Messages in order", zh = "渠道顺序")
          List<@NotNull @Valid Choice> variants,
      @Label(en = "In quiet hours", zh = "静默时段") AtNight atNight,
      @Label(en = "Send again if unsure", zh = "结果不明时重发") boolean preferDelivery,
      @Label(en = "Pass over", zh = "跳过条件") Rule skipIf)
      implements MessageSettings {
    /** Copies the list, which may hold nulls while somebody draws. */
    public Settings {
      variants =
          variants == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(variants));
    }
  }

  /**
   * One of the messages.
   *
   * @param channel its channel
   * @param when whom it is meant for; everybody where null
   * @param template the approved template it is made from, instead of own content
   * @param text the text of an SMS, or the plain text of an e-mail
   * @param signature who sends the SMS
   * @param optOut how to end the consent for SMS
   * @param subject the subject of the e-mail
   * @param html what the e-mail says, as HTML
   * @param gateway the gateway that carries it; that of the channel where empty
   */
  public record Choice(
      @NotNull @Label(en = "Channel", zh = "渠道") Channel channel,
      @Label(en = "For whom", zh = "适用条件") Rule when,
      @Size(max = MessageSettings.KEY_LENGTH) @Label(en = "Template", zh = "模板", field = "template")
          String template,
      @Size(max = 100_000) @Label(en = "Text", zh = "文本内容", field = "liquid") String text,
      @Size(max = 50) @Label(en = "Signature", zh = "签名", when = "channel=sms") String signature,
      @Size(max = 100) @Label(en = "Opt-out text", zh = "退订提示", when = "channel=sms") String optOut,
      @Size(max = 500) @Label(en = "Subject", zh = "主题", field = "liquid", when = "channel=email")
          String subject,
      @Size(max = 200_000)
          @Label(en = "HTML", zh = "HTML 内容", field = "html", when = "channel=email")
          String html,
      @Size(max = MessageSettings.KEY_LENGTH) @Label(en = "Gateway", zh = "通道", field = "gateway")
          String gateway) {

    private Variant variant() {
      return new Variant(
          channel.key(),
          Optional.ofNullable(when),
          MessageSettings.given(template),
          MessageSettings.given(gateway),
          true,
          channel == Channel.SMS
              ? MessageSettings.parts("text", text, "signature", signature, "opt-out", optOut)
              : MessageSettings.parts("subject", subject, "html", html, "text", text));
    }

    private String body() {
      return channel == Channel.EMAIL && MessageSettings.isGiven(html) ? html : text;
    }
  }

  /** The channels that one node can choose from. */
  public enum Channel {
    @Label(en = "SMS", zh = "短信")
    SMS,
    @Label(en = "E-mail", zh = "邮件")
    EMAIL;

    private String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

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
    for (int i = 0; i < settings.variants().size(); i++) {
      Choice choice = settings.variants().get(i);
      if (choice == null || choice.channel() == null) {
        continue;
      }
      NodeCheck inside = new CheckInside("variants[" + i + "].", check);
      MessageSettings.checkSource(choice.template(), choice.body(), "text", inside);
      if (MessageSettings.isGiven(choice.template())) {
        continue;
      }
      if (choice.channel() == Channel.SMS) {
        MessageSettings.checkSms(settings.purpose(), choice.signature(), choice.optOut(), inside);
      } else {
        MessageSettings.checkSubject(choice.subject(), inside);
      }
    }
  }

  @Override
  public Message message(Settings settings) {
    return settings.message(settings.variants().stream().map(Choice::variant).toList());
  }
}
