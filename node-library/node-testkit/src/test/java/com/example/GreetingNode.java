package com.example;

import io.sluice.node.Category;
import io.sluice.node.Label;
import io.sluice.node.Message;
import io.sluice.node.Message.AtNight;
import io.sluice.node.Message.Purpose;
import io.sluice.node.Message.Variant;
import io.sluice.node.MessageNode;
import io.sluice.node.NodeInfo;
import io.sluice.node.Text;
import io.sluice.node.Trait;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Greets each person by SMS. */
public final class GreetingNode implements MessageNode<GreetingNode.Settings> {
  private static final NodeInfo INFO =
      new NodeInfo(
          "example-greeting",
          Category.MESSAGE,
          Text.of("Greeting", "问候"),
          Text.of("Greets each person by SMS.", "用短信问候每个人。"),
          "smile",
          Set.of(Trait.MESSAGE));

  /**
   * The settings.
   *
   * @param signature who greets
   */
  public record Settings(@NotBlank @Label(en = "Signature", zh = "签名") String signature) {}

  @Override
  public NodeInfo info() {
    return INFO;
  }

  @Override
  public Class<Settings> configType() {
    return Settings.class;
  }

  @Override
  public Message message(Settings settings) {
    Variant sms =
        new Variant(
            "sms",
            Optional.empty(), // for everybody
            Optional.empty(), // no template, but content of its own
            Optional.empty(), // by the gateway of the channel
            true, // clicks on links are noted
            Map.of(
                "signature", settings.signature(),
                "text", "Hello {{ member.name | default: 'there' }}! ",
                "opt-out", "Reply R to get no more."));
    return new Message(Purpose.MARKETING, AtNight.HOLD, false, Optional.empty(), List.of(sms));
  }
}
