package io.sluice.engine.delivery.content;

import io.sluice.engine.delivery.content.liquid.Liquid;
import io.sluice.engine.delivery.content.liquid.LiquidProblem;
import io.sluice.engine.delivery.content.liquid.LiquidTemplate;
import io.sluice.engine.delivery.content.liquid.RenderSettings;
import io.sluice.engine.workspace.Workspace;
import io.sluice.node.Message;
import io.sluice.node.Message.Variant;
import io.sluice.node.NodeFailure;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Makes messages out of what message nodes say. */
@Component
public class Composer {
  private final Liquid liquid;
  private final MemberReader members;
  private final Clock clock;
  private final ExampleLinks exampleLinks;

  Composer(Liquid liquid, MemberReader members, Clock clock, ExampleLinks exampleLinks) {
    this.liquid = liquid;
    this.members = members;
    this.clock = clock;
    this.exampleLinks = exampleLinks;
  }

  /**
   * Reads the templates of a variant.
   *
   * @param parts how the gateway counts the parts of an SMS
   * @throws NodeFailure if the content cannot be used; the message says how to mend it
   */
  public Composition prepare(
      Workspace workspace, Message message, int variantIndex, SmsParts parts) {
    Variant variant = message.variants().get(variantIndex);
    RenderSettings settings =
        new RenderSettings(variant.trackClicks(), clock.instant(), workspace.zone());
    try {
      MessageForm form = form(variant.channel(), variant.content(), parts);
      requireKnownPlaceholders(form.templates());
      return new PreparedMessage(workspace, form, settings, members, exampleLinks);
    } catch (LiquidProblem e) {
      throw new NodeFailure(e.getMessage(), e);
    }
  }

  /** The same with the usual count of SMS parts. */
  public Composition prepare(Workspace workspace, Message message, int variantIndex) {
    return prepare(workspace, message, variantIndex, SmsParts.CN_70_67);
  }

  private MessageForm form(String channel, Map<String, String> content, SmsParts parts) {
    return switch (channel) {
      case "sms" -> SmsForm.of(content, parts, liquid);
      default -> throw new NodeFailure("Messages of the channel '" + channel + "' cannot be made");
    };
  }

  private static void requireKnownPlaceholders(List<LiquidTemplate> templates) {
    for (LiquidTemplate template : templates) {
      for (LiquidProblem problem : template.unknownPlaceholders()) {
        throw problem;
      }
    }
  }
}
