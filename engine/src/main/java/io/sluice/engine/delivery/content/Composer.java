package io.sluice.engine.delivery.content;

import io.sluice.engine.delivery.content.liquid.Liquid;
import io.sluice.engine.delivery.content.liquid.LiquidProblem;
import io.sluice.engine.delivery.content.liquid.LiquidTemplate;
import io.sluice.engine.delivery.content.liquid.MessageParts;
import io.sluice.engine.delivery.content.liquid.RenderSettings;
import io.sluice.engine.delivery.content.template.Template;
import io.sluice.engine.delivery.content.template.Templates;
import io.sluice.engine.workspace.Workspace;
import io.sluice.node.Message;
import io.sluice.node.Message.Purpose;
import io.sluice.node.Message.Variant;
import io.sluice.node.NodeFailure;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes messages out of what message nodes say. */
@Component
public class Composer {
  private final Liquid liquid;
  private final Templates templates;
  private final MemberReader members;
  private final Clock clock;
  private final ExampleLinks exampleLinks;

  Composer(
      Liquid liquid,
      Templates templates,
      MemberReader members,
      Clock clock,
      ExampleLinks exampleLinks) {
    this.liquid = liquid;
    this.templates = templates;
    this.members = members;
    this.clock = clock;
    this.exampleLinks = exampleLinks;
  }

  /**
   * Reads the templates of a variant.
   *
   * @param route what stands before the message, of which it can tell
   * @param given from where it is known what people were given there
   * @param parts how the gateway counts the parts of an SMS
   * @throws NodeFailure if the content cannot be used; the message says how to mend it
   */
  public Composition prepare(
      Workspace workspace,
      Message message,
      Route route,
      Given given,
      int variantIndex,
      SmsParts parts) {
    return prepare(
        workspace, message.purpose(), message.variants().get(variantIndex), route, given, parts);
  }

  /** The same where nothing stands before. */
  public Composition prepare(
      Workspace workspace, Message message, int variantIndex, SmsParts parts) {
    return prepare(workspace, message, Route.NONE, Given.EXAMPLE, variantIndex, parts);
  }

  /** The same with the usual count of SMS parts. */
  public Composition prepare(Workspace workspace, Message message, int variantIndex) {
    return prepare(workspace, message, variantIndex, SmsParts.CN_70_67);
  }

  /**
   * The same message with each template named by the version that would be sent now, so that it
   * stays what it is while newer versions are approved.
   */
  public Message pinned(Workspace workspace, Message message) {
    List<Variant> variants =
        message.variants().stream().map(variant -> pinned(workspace, variant)).toList();
    return new Message(
        message.purpose(), message.atNight(), message.preferDelivery(), message.skipIf(), variants);
  }

  private Variant pinned(Workspace workspace, Variant variant) {
    Optional<String> template =
        variant
            .template()
            .map(reference -> templates.pinned(workspace.id(), reference).orElse(reference));
    return new Variant(
        variant.channel(),
        variant.when(),
        template,
        variant.gateway(),
        variant.trackClicks(),
        variant.content());
  }

  PreparedMessage prepare(
      Workspace workspace,
      Purpose purpose,
      Variant variant,
      Route route,
      Given given,
      SmsParts parts) {
    RenderSettings settings =
        new RenderSettings(variant.trackClicks(), clock.instant(), workspace.zone());
    try {
      MessageForm form = form(purpose, variant.channel(), content(workspace, variant), parts);
      requireKnownPlaceholders(form.templates());
      return new PreparedMessage(workspace, form, route, given, settings, members, exampleLinks);
    } catch (LiquidProblem e) {
      throw new NodeFailure(e.getMessage(), e);
    }
  }

  private Map<String, String> content(Workspace workspace, Variant variant) {
    if (variant.template().isEmpty()) {
      return variant.content();
    }
    String reference = variant.template().get();
    Template template =
        templates
            .approved(workspace.id(), reference)
            .filter(approved -> approved.channel().equals(variant.channel()))
            .orElseThrow(
                () ->
                    new NodeFailure(
                        "There is no approved template '%s' for the channel '%s'; have it approved, or choose another"
                            .formatted(reference, variant.channel())));
    // What the template leaves open, such as the signature, the node says.
    Map<String, String> content = new HashMap<>(variant.content());
    content.putAll(template.content());
    return content;
  }

  private MessageForm form(
      Purpose purpose, String channel, Map<String, String> content, SmsParts parts) {
    MessageParts known =
        MessageParts.of(channel)
            .orElseThrow(
                () ->
                    new NodeFailure(
                        "Messages of the channel '%s' cannot be made; choose one of %s"
                            .formatted(channel, MessageParts.channels())));
    return switch (known) {
      case SMS -> SmsForm.of(content, parts, liquid);
      case EMAIL -> EmailForm.of(content, purpose == Purpose.MARKETING, liquid);
      case WEBHOOK -> WebhookForm.of(content, liquid);
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
