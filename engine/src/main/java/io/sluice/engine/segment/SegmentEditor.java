package io.sluice.engine.segment;

import io.sluice.engine.member.MemberKeys;
import io.sluice.engine.segment.rule.RuleProblem;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.node.Audience;
import io.sluice.node.Rule;
import io.sluice.node.SetRef;
import io.sluice.node.SetWrite;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes, changes and deletes segments. */
@Service
class SegmentEditor {
  /** Begins the cause of what somebody put on a static segment. */
  static final String BY_HAND = "api:";

  private static final int LONGEST_RULE = 100_000;

  private final Segments segments;
  private final SetLog sets;
  private final RuleCheck rules;
  private final MemberKeys members;

  SegmentEditor(Segments segments, SetLog sets, RuleCheck rules, MemberKeys members) {
    this.segments = segments;
    this.sets = sets;
    this.rules = rules;
    this.members = members;
  }

  /** Makes the members of a static segment those of the keys. */
  @Transactional
  void putStatic(WorkspaceId workspace, String key, String name, List<String> keys, Instant now) {
    refuseOtherKind(workspace, key, false);
    Audience wanted = members.require(workspace, keys, "/members");
    segments.put(workspace, new Segment(key, name, Optional.empty()));
    SetRef set = SetRef.segment(key);
    if (!sets.exists(workspace, set) || !sets.asOf(workspace, set, now).equals(wanted)) {
      sets.append(workspace, SetWrite.replace(set, wanted), now, BY_HAND + UUID.randomUUID(), null);
    }
  }

  /** Makes the members of a dynamic segment those who meet its rule. */
  @Transactional
  void putDynamic(WorkspaceId workspace, Segment segment) {
    refuseOtherKind(workspace, segment.key(), true);
    Rule rule = segment.rule().orElseThrow();
    if (rule.json().length() > LONGEST_RULE) {
      throw Problem.badField(
          "rule-too-long", "/rule", "The rule is longer than " + LONGEST_RULE + " characters.");
    }
    List<RuleProblem> wrong =
        rules.check(workspace, rule, new NamedBefore(Set.of(segment.key()), Set.of(), Set.of()));
    if (!wrong.isEmpty()) {
      throw new Problem(
          HttpStatus.BAD_REQUEST,
          "bad-rule",
          "The rule cannot be used; each problem is listed with its place and the fix.",
          wrong.stream()
              .map(p -> new Problem.Part(p.code(), "/rule" + p.path(), p.message()))
              .toList());
    }
    if (rules.leadsTo(workspace, segment.key(), rule)) {
      throw Problem.badField(
          "cyclic-rule",
          "/rule",
          "The rule refers back to the segment '"
              + segment.key()
              + "' itself; leave that condition out.");
    }
    segments.put(workspace, segment);
  }

  private void refuseOtherKind(WorkspaceId workspace, String key, boolean dynamic) {
    Optional<Segment> known = segments.find(workspace, key);
    if (known.isPresent() && known.get().rule().isPresent() != dynamic) {
      throw new Problem(
          HttpStatus.CONFLICT,
          "kind-differs",
          "The segment '"
              + key
              + "' is "
              + (dynamic ? "static" : "dynamic")
              + ", which cannot change; delete it first, or take another key.");
    }
  }

  /** Deletes a segment and its history; refuses where another segment's rule names it. */
  @Transactional
  void delete(WorkspaceId workspace, String key) {
    List<String> users =
        segments.all(workspace).stream()
            .filter(other -> !other.key().equals(key))
            .filter(other -> other.rule().isPresent())
            .filter(other -> rules.leadsTo(workspace, key, other.rule().get()))
            .map(Segment::key)
            .toList();
    if (!users.isEmpty()) {
      throw new Problem(
          HttpStatus.CONFLICT,
          "segment-in-use",
          "The segment '" + key + "' is named by the rules of " + users + "; change those first.");
    }
    segments.delete(workspace, key);
    sets.delete(workspace, SetRef.segment(key));
  }
}
