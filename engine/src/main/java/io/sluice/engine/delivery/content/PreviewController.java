package io.sluice.engine.delivery.content;

import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Map;
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
  private final Drafts drafts;

  PreviewController(Drafts drafts) {
    this.drafts = drafts;
  }

  @Operation(summary = "The newest version of a template as a member would get it")
  @GetMapping("/templates/{template}/preview")
  MessagePreview ofTemplate(
      @PathVariable Workspace workspace,
      @PathVariable String template,
      @RequestParam String member) {
    MessageDraft draft = new MessageDraft(null, template, Map.of(), member, null, null, null);
    return preview(workspace, draft, SmsParts.CN_70_67);
  }

  @Operation(summary = "A message as a member would get it")
  @PostMapping("/messages/preview")
  MessagePreview ofContent(@PathVariable Workspace workspace, @RequestBody Preview body) {
    return preview(workspace, body.draft(), body.checkedParts());
  }

  private MessagePreview preview(Workspace workspace, MessageDraft draft, SmsParts parts) {
    Composed composed = drafts.compose(workspace, draft, parts);
    return MessagePreview.of(drafts.variant(workspace, draft).channel(), composed);
  }

  /**
   * What is to be shown.
   *
   * @param list the key of an imported list, for its columns
   * @param coupon the key of a batch of coupons, for its name, conditions and validity
   * @param smsParts how parts of an SMS are counted; cn-70/67 where it is missing
   */
  record Preview(
      String channel,
      String template,
      Map<String, String> content,
      String member,
      String list,
      String coupon,
      String purpose,
      String smsParts) {
    private MessageDraft draft() {
      return new MessageDraft(channel, template, content, member, list, coupon, purpose);
    }

    private SmsParts checkedParts() {
      return SmsParts.of(smsParts == null ? SmsParts.CN_70_67.key() : smsParts)
          .orElseThrow(
              () ->
                  Problem.badField(
                      "unknown-value",
                      "/smsParts",
                      "'smsParts' must be cn-70/67, cn-70/70 or gsm."));
    }
  }
}
