package io.sluice.engine.delivery.content;

import io.sluice.engine.delivery.content.liquid.MessageParts;
import io.sluice.engine.delivery.content.template.Template;
import io.sluice.engine.delivery.content.template.Templates;
import io.sluice.engine.member.MemberPages;
import io.sluice.engine.web.InputText;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;
import io.sluice.node.Message.Purpose;
import io.sluice.node.Message.Variant;
import io.sluice.node.NodeFailure;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows messages as a member would get them. Links in them lead nowhere. */
@RestController
@RequestMapping("/api/workspaces/{workspace}")
class PreviewController {
  private final Composer composer;
  private final Templates templates;
  private final MemberPages members;

  PreviewController(Composer composer, Templates templates, MemberPages members) {
    this.composer = composer;
    this.templates = templates;
    this.members = members;
  }

  @Operation(summary = "The newest version of a template as a member would get it")
  @GetMapping("/templates/{template}/preview")
  @Transactional(readOnly = true)
  public MessagePreview ofTemplate(
      @PathVariable Workspace workspace,
      @PathVariable String template,
      @RequestParam String member) {
    Template newest = templates.newest(workspace.id(), template);
    return preview(
        workspace, new Content(newest.channel(), newest.content(), member, null, null), "member");
  }

  @Operation(summary = "A message as a member would get it")
  @PostMapping("/messages/preview")
  @Transactional(readOnly = true)
  public MessagePreview ofContent(@PathVariable Workspace workspace, @RequestBody Content body) {
    return preview(workspace, body, "/member");
  }

  private MessagePreview preview(Workspace workspace, Content body, String memberField) {
    int member = members.requireId(workspace.id(), InputText.key(memberField, body.member()));
    try {
      PreparedMessage prepared =
          composer.prepare(
              workspace, body.checkedPurpose(), body.checkedVariant(), body.checkedParts());
      return MessagePreview.of(body.channel(), prepared.example(member));
    } catch (NodeFailure e) {
      throw new Problem(HttpStatus.BAD_REQUEST, "content-unusable", "/content", e.getMessage());
    }
  }

  /**
   * What is to be shown.
   *
   * @param content the parts by name
   * @param member the member's key
   * @param purpose marketing, which is meant where it is missing, or service
   * @param smsParts how parts of an SMS are counted; cn-70/67 where it is missing
   */
  record Content(
      String channel, Map<String, String> content, String member, String purpose, String smsParts) {
    private Variant checkedVariant() {
      if (MessageParts.of(channel == null ? "" : channel).isEmpty()) {
        throw Problem.badField(
            "unknown-channel",
            "/channel",
            "'channel' must be one of " + MessageParts.channels() + ".");
      }
      Map<String, String> given =
          content == null
              ? Map.of()
              : content.entrySet().stream()
                  .filter(part -> part.getValue() != null)
                  .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
      return new Variant(
          channel, Optional.empty(), Optional.empty(), Optional.empty(), true, given);
    }

    private Purpose checkedPurpose() {
      return switch (purpose == null ? "marketing" : purpose) {
        case "marketing" -> Purpose.MARKETING;
        case "service" -> Purpose.SERVICE;
        default ->
            throw Problem.badField(
                "unknown-value", "/purpose", "'purpose' must be marketing or service.");
      };
    }

    private SmsParts checkedParts() {
      return smsParts == null
          ? SmsParts.CN_70_67
          : SmsParts.of(smsParts)
              .orElseThrow(
                  () ->
                      Problem.badField(
                          "unknown-value",
                          "/smsParts",
                          "'smsParts' must be cn-70/67, cn-70/70 or gsm."));
    }
  }
}
