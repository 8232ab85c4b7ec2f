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
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells another system of each person, by a POST of JSON. */
public final class WebhookNode implements MessageNode<WebhookNode.Settings> {
  private static final String CHANNEL = "webhook";
  private static final NodeInfo INFO =
      new NodeInfo(
          CHANNEL,
          Category.MESSAGE,
          Text.of("Webhook", "Webhook"),
          Text.of(
              "Tells another system of each person, by a POST of JSON.", "把每个人的信息以 JSON 通知其他系统。"),
          "webhook",
          Set.of(Trait.MESSAGE));

  /**
   * The settings.
   *
   * @param url the web address, with placeholders
   * @param body what is posted: JSON with placeholders in its texts
   * @param preferDelivery whether it is posted again where nobody knows if it arrived
   * @param skipIf whom the node passes over
   * @param gateway the gateway that carries it; that of the channel where empty
   */
  public record Settings(
      @NotBlank @Size(max = 2000) @Label(en = "Web address", zh = "网址", field = "liquid")
          String url,
      @NotBlank @Size(max = 20_000) @Label(en = "JSON body", zh = "JSON 内容", field = "liquid")
          String body,
      @Label(en = "Send again if unsure", zh = "结果不明时重发") boolean preferDelivery,
      @Label(en = "Pass over", zh = "跳过条件") Rule skipIf,
      @Size(max = MessageSettings.KEY_LENGTH) @Label(en = "Gateway", zh = "通道", field = "gateway")
          String gateway)
      implements MessageSettings {
    /** What other systems are told is no message to the person. */
    @Override
    public Purpose purpose() {
      return Purpose.SERVICE;
    }

    @Override
    public AtNight atNight() {
      return null;
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
    if (MessageSettings.isGiven(settings.url()) && !settings.url().matches("(?is)https?://.*")) {
      check.error(
          "bad-url",
          "url",
          Text.of(
              "A web address begins with http:// or https://. Correct it.",
              "网址须以 http:// 或 https:// 开头，请修改。"));
    }
  }

  @Override
  public Message message(Settings settings) {
    Variant variant =
        new Variant(
            CHANNEL,
            Optional.empty(),
            Optional.empty(),
            MessageSettings.given(settings.gateway()),
            false,
            Map.of("url", settings.url(), "body", settings.body()));
    return settings.message(List.of(variant));
  }
}
