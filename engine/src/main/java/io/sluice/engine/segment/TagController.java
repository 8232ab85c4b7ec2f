package io.sluice.engine.segment;

import io.sluice.engine.member.MemberPage;
import io.sluice.engine.member.MemberPages;
import io.sluice.engine.web.InputText;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;
import io.sluice.node.Audience;
import io.sluice.node.SetRef;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/workspaces/{workspace}")
class TagController {
  private final SetLog sets;
  private final SetEditor editor;
  private final MemberPages pages;
  private final Clock clock;

  TagController(SetLog sets, SetEditor editor, MemberPages pages, Clock clock) {
    this.sets = sets;
    this.editor = editor;
    this.pages = pages;
    this.clock = clock;
  }

  @Operation(summary = "The tags")
  @GetMapping("/tags")
  List<Tag> list(@PathVariable Workspace workspace, @RequestParam(required = false) Instant asOf) {
    Instant instant = asOf == null ? clock.instant() : asOf;
    return sets.all(workspace.id(), SetRef.Kind.TAG).stream()
        .map(tag -> new Tag(tag.key(), editor.people(workspace, tag, instant).size()))
        .toList();
  }

  @Operation(summary = "The members with a tag, in pages")
  @GetMapping("/tags/{tag}/members")
  MemberPage members(
      @PathVariable Workspace workspace,
      @PathVariable String tag,
      @RequestParam(required = false) Instant asOf,
      @RequestParam(defaultValue = "-1") int after,
      @RequestParam(defaultValue = "100") int limit) {
    SetRef set = SetRef.tag(InputText.key("tag", tag));
    if (!sets.exists(workspace.id(), set)) {
      throw Problem.unknown(
          "unknown-tag",
          "There is no tag '" + tag + "'; give it to a member first, or correct the address.");
    }
    Audience people = editor.people(workspace, set, asOf == null ? clock.instant() : asOf);
    return pages.page(workspace.id(), people, after, limit);
  }

  /** Gives the tag to members, and takes it from others. */
  @Operation(summary = "Gives members a tag")
  @PostMapping("/tags/{tag}/members")
  Tag change(
      @PathVariable Workspace workspace,
      @PathVariable String tag,
      @RequestBody SetEditor.MembersChange body) {
    SetRef set = SetRef.tag(InputText.key("tag", tag));
    editor.change(workspace, set, body);
    return new Tag(tag, editor.people(workspace, set).size());
  }

  @Operation(summary = "Takes a tag from a member")
  @DeleteMapping("/tags/{tag}/members/{member}")
  Tag remove(
      @PathVariable Workspace workspace, @PathVariable String tag, @PathVariable String member) {
    pages.requireId(workspace.id(), InputText.key("member", member));
    return change(workspace, tag, new SetEditor.MembersChange(null, List.of(member), null, null));
  }

  /** The tags that a member has. */
  @Operation(summary = "The tags of a member")
  @GetMapping("/members/{member}/tags")
  List<String> ofMember(@PathVariable Workspace workspace, @PathVariable String member) {
    int id = pages.requireId(workspace.id(), InputText.key("member", member));
    Instant now = clock.instant();
    return sets.all(workspace.id(), SetRef.Kind.TAG).stream()
        .filter(tag -> sets.asOf(workspace.id(), tag, now).contains(id))
        .map(SetRef::key)
        .toList();
  }

  record Tag(String key, int count) {}
}
