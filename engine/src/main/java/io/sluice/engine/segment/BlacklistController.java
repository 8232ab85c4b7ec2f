package io.sluice.engine.segment;

import io.sluice.engine.member.MemberPage;
import io.sluice.engine.member.MemberPages;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;
import io.sluice.node.SetRef;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/workspaces/{workspace}/blacklists/{blacklist}")
class BlacklistController {
  private static final List<SetRef> ALL =
      List.of(SetRef.MESSAGE_BLACKLIST, SetRef.POINTS_BLACKLIST, SetRef.BENEFIT_BLACKLIST);

  private final SetEditor sets;
  private final MemberPages pages;

  BlacklistController(SetEditor sets, MemberPages pages) {
    this.sets = sets;
    this.pages = pages;
  }

  @Operation(summary = "The members on a blacklist, in pages")
  @GetMapping("/members")
  MemberPage members(
      @PathVariable Workspace workspace,
      @PathVariable String blacklist,
      @RequestParam(required = false) Instant asOf,
      @RequestParam(defaultValue = "-1") int after,
      @RequestParam(defaultValue = "100") int limit) {
    SetRef set = require(blacklist);
    return pages.page(
        workspace.id(),
        asOf == null ? sets.people(workspace, set) : sets.people(workspace, set, asOf),
        after,
        limit);
  }

  @Operation(summary = "Puts members on a blacklist, and takes others off it")
  @PostMapping("/members")
  Blacklist change(
      @PathVariable Workspace workspace,
      @PathVariable String blacklist,
      @RequestBody SetEditor.MembersChange body) {
    SetRef set = require(blacklist);
    sets.change(workspace, set, body);
    return new Blacklist(blacklist, sets.people(workspace, set).size());
  }

  private static SetRef require(String blacklist) {
    return ALL.stream()
        .filter(set -> set.key().equals(blacklist))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.unknown(
                    "unknown-blacklist",
                    "There is no blacklist '"
                        + blacklist
                        + "'; use one of: "
                        + ALL.stream().map(SetRef::key).collect(Collectors.joining(", "))
                        + "."));
  }

  /** A blacklist and how many are on it. */
  record Blacklist(String key, int count) {}
}
