package io.sluice.engine.segment;

import io.sluice.engine.member.MemberKeys;
import io.sluice.engine.member.MemberPage;
import io.sluice.engine.member.MemberPages;
import io.sluice.engine.web.InputInstant;
import io.sluice.engine.web.InputText;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;
import io.sluice.node.Audience;
import io.sluice.node.SetRef;
import io.sluice.node.SetWrite;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;
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
  private final PopulationReader population;
  private final MemberKeys members;
  private final MemberPages pages;
  private final TransactionTemplate transaction;
  private final Clock clock;

  TagController(
      SetLog sets,
      PopulationReader population,
      MemberKeys members,
      MemberPages pages,
      TransactionTemplate transaction,
      Clock clock) {
    this.sets = sets;
    this.population = population;
    this.members = members;
    this.pages = pages;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Operation(summary = "The tags")
  @GetMapping("/tags")
  List<Tag> list(@PathVariable Workspace workspace, @RequestParam(required = false) Instant asOf) {
    Instant instant = asOf == null ? clock.instant() : asOf;
    return sets.all(workspace.id(), SetRef.Kind.TAG).stream()
        .map(tag -> new Tag(tag.key(), people(workspace, tag.key(), instant).size()))
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
    Audience people = people(workspace, tag, asOf == null ? clock.instant() : asOf);
    return pages.page(workspace.id(), people, after, limit);
  }

  /** Gives the tag to members, and takes it from others. */
  @Operation(summary = "Gives members a tag")
  @PostMapping("/tags/{tag}/members")
  Tag change(
      @PathVariable Workspace workspace, @PathVariable String tag, @RequestBody Change body) {
    SetRef set = SetRef.tag(InputText.key("tag", tag));
    List<String> added = body.add() == null ? List.of() : body.add();
    List<String> removed = body.remove() == null ? List.of() : body.remove();
    Audience add = members.require(workspace.id(), added, "/add");
    Audience remove = members.require(workspace.id(), removed, "/remove");
    if (!add.isDisjointFrom(remove)) {
      throw Problem.badField(
          "add-and-remove", "/remove", "A member is both in 'add' and 'remove'; decide on one.");
    }
    Instant now = clock.instant();
    if (body.expiresAt() != null
        && !InputInstant.within("/expiresAt", body.expiresAt()).isAfter(now)) {
      throw Problem.badField("expired", "/expiresAt", "'expiresAt' must lie in the future.");
    }
    String cause = "api:" + UUID.randomUUID();
    transaction.executeWithoutResult(
        status -> {
          if (!add.isEmpty()) {
            SetWrite write =
                new SetWrite(set, SetWrite.Change.ADD, add, Optional.ofNullable(body.expiresAt()));
            sets.append(workspace.id(), write, now, cause + ":add", null);
          }
          if (!remove.isEmpty()) {
            sets.append(workspace.id(), SetWrite.remove(set, remove), now, cause + ":remove", null);
          }
        });
    return new Tag(tag, people(workspace, tag, now).size());
  }

  @Operation(summary = "Takes a tag from a member")
  @DeleteMapping("/tags/{tag}/members/{member}")
  Tag remove(
      @PathVariable Workspace workspace, @PathVariable String tag, @PathVariable String member) {
    pages.requireId(workspace.id(), InputText.key("member", member));
    return change(workspace, tag, new Change(null, List.of(member), null));
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

  private Audience people(Workspace workspace, String tag, Instant instant) {
    Pin pin = population.pin(workspace.id(), InputInstant.within("asOf", instant));
    return population.read(
        workspace.id(),
        pin,
        List.of(),
        people ->
            people.all().intersect(sets.asOf(workspace.id(), SetRef.tag(tag), pin.instant())));
  }

  record Tag(String key, int count) {}

  record Change(List<String> add, List<String> remove, Instant expiresAt) {}
}
