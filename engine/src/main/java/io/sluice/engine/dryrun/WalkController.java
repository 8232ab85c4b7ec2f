package io.sluice.engine.dryrun;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.member.MemberPages;
import io.sluice.engine.segment.Pin;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where one member would go on a canvas that is being drawn, and why. */
@RestController
class WalkController {
  private final DraftReader drafts;
  private final CanvasWalk walk;
  private final MemberPages members;

  WalkController(DraftReader drafts, CanvasWalk walk, MemberPages members) {
    this.drafts = drafts;
    this.walk = walk;
    this.members = members;
  }

  @Operation(
      summary = "Walks one member through a draft",
      description =
          "'member' is a key, a phone number or an e-mail address. With the pin of a count the way"
              + " agrees with its numbers.")
  @PostMapping(
      path = "/api/workspaces/{workspace}/canvas/walk",
      consumes = MediaType.APPLICATION_JSON_VALUE)
  Walk walk(
      @PathVariable Workspace workspace,
      @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content = @Content(schema = @Schema(implementation = WalkRequest.class)))
          @RequestBody
          byte[] body) {
    Draft draft = drafts.read(workspace, body, WalkRequest.class);
    String member = ((WalkRequest) draft.asked()).member();
    if (member == null || member.isBlank()) {
      throw Problem.badField(
          "no-member",
          "/member",
          "Name who is to walk: the key of a member, a phone number or an e-mail address.");
    }
    return walk.of(workspace, draft, members.require(workspace.id(), member.strip()));
  }

  record WalkRequest(JsonNode canvas, String campaign, Pin pin, String member)
      implements Draft.Asked {}
}
