package io.sluice.engine.segment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.member.MemberPage;
import io.sluice.engine.member.MemberPages;
import io.sluice.engine.web.InputInstant;
import io.sluice.engine.web.InputText;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;
import io.sluice.node.Audience;
import io.sluice.node.NodeFailure;
import io.sluice.node.Rule;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/workspaces/{workspace}/segments")
class SegmentController {
  private static final int NAME_LENGTH = 200;

  private final SegmentEditor editor;
  private final Segments segments;
  private final PopulationReader population;
  private final MemberPages pages;
  private final Clock clock;

  SegmentController(
      SegmentEditor editor,
      Segments segments,
      PopulationReader population,
      MemberPages pages,
      Clock clock) {
    this.editor = editor;
    this.segments = segments;
    this.population = population;
    this.pages = pages;
    this.clock = clock;
  }

  @Operation(summary = "The segments")
  @GetMapping
  List<Summary> list(@PathVariable Workspace workspace) {
    return segments.all(workspace.id()).stream()
        .map(segment -> Summary.of(segment, null, null))
        .toList();
  }

  @Operation(summary = "A segment")
  @GetMapping("/{key}")
  Summary get(
      @PathVariable Workspace workspace,
      @PathVariable String key,
      @RequestParam(required = false) Instant asOf) {
    Segment segment = require(workspace, key);
    Instant instant = asOf == null ? clock.instant() : asOf;
    return Summary.of(segment, people(workspace, key, instant).size(), instant);
  }

  /** Makes or changes a segment: with members it is static, with a rule dynamic. */
  @Operation(summary = "Makes a segment, or changes it")
  @PutMapping("/{key}")
  ResponseEntity<Summary> put(
      @PathVariable Workspace workspace, @PathVariable String key, @RequestBody Settings body) {
    InputText.key("key", key);
    String name = InputText.line("/name", body.name() == null ? key : body.name(), NAME_LENGTH);
    if ((body.rule() == null) == (body.members() == null)) {
      throw Problem.badField(
          "rule-or-members", "body", "Give either 'rule' or 'members', not both and not neither.");
    }
    boolean known = segments.find(workspace.id(), key).isPresent();
    if (body.members() != null) {
      editor.putStatic(workspace.id(), key, name, body.members(), clock.instant());
    } else {
      editor.putDynamic(
          workspace.id(), new Segment(key, name, Optional.of(new Rule(body.rule().toString()))));
    }
    return ResponseEntity.status(known ? HttpStatus.OK : HttpStatus.CREATED)
        .body(get(workspace, key, null));
  }

  @Operation(summary = "Removes a segment")
  @DeleteMapping("/{key}")
  ResponseEntity<Void> delete(@PathVariable Workspace workspace, @PathVariable String key) {
    require(workspace, key);
    editor.delete(workspace.id(), key);
    return ResponseEntity.noContent().build();
  }

  @Operation(summary = "The members of a segment, in pages")
  @GetMapping("/{key}/members")
  MemberPage members(
      @PathVariable Workspace workspace,
      @PathVariable String key,
      @RequestParam(required = false) Instant asOf,
      @RequestParam(defaultValue = "-1") int after,
      @RequestParam(defaultValue = "100") int limit) {
    require(workspace, key);
    Audience people = people(workspace, key, asOf == null ? clock.instant() : asOf);
    return pages.page(workspace.id(), people, after, limit);
  }

  private Audience people(Workspace workspace, String key, Instant instant) {
    Pin pin = population.pin(workspace.id(), InputInstant.within("asOf", instant));
    try {
      return population.read(workspace.id(), pin, List.of(), people -> people.segment(key));
    } catch (NodeFailure e) {
      throw new Problem(HttpStatus.CONFLICT, "segment-unusable", e.getMessage());
    }
  }

  private Segment require(Workspace workspace, String key) {
    InputText.key("key", key);
    return segments
        .find(workspace.id(), key)
        .orElseThrow(
            () ->
                Problem.unknown(
                    "unknown-segment",
                    "There is no segment '" + key + "'; make it by PUT, or correct the address."));
  }

  record Settings(String name, JsonNode rule, List<String> members) {}

  /** A segment as the world sees it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Summary(
      String key,
      String name,
      String kind,
      @JsonRawValue String rule,
      Integer count,
      Instant asOf) {
    static Summary of(Segment segment, Integer count, Instant asOf) {
      return new Summary(
          segment.key(),
          segment.name(),
          segment.rule().isPresent() ? "dynamic" : "static",
          segment.rule().map(Rule::json).orElse(null),
          count,
          asOf);
    }
  }
}
