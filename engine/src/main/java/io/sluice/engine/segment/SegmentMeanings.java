package io.sluice.engine.segment;

import io.sluice.engine.storage.Meaning;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.node.Rule;
import io.sluice.node.SetRef;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Which segments decide who meets a rule, and what each of them says. */
@Component
public class SegmentMeanings {
  private final Segments segments;
  private final RuleCheck rules;
  private final SetRows sets;

  SegmentMeanings(Segments segments, RuleCheck rules, SetRows sets) {
    this.segments = segments;
    this.rules = rules;
    this.sets = sets;
  }

  /** The keys of the segments that a rule names, and of those that their rules name in turn. */
  public Set<String> namedBy(WorkspaceId workspace, Rule rule) {
    return rules.segments(workspace, rule);
  }

  /** The key of a segment, and of those that its rule names in turn. */
  public Set<String> namedBy(WorkspaceId workspace, String segment) {
    Set<String> named = new LinkedHashSet<>(Set.of(segment));
    segments
        .find(workspace, segment)
        .flatMap(Segment::rule)
        .ifPresent(rule -> named.addAll(rules.segments(workspace, rule)));
    return named;
  }

  /**
   * What a segment says: its rule, or which list of people somebody last put on it. Whom nodes add
   * to a static segment is no part of that, nor who meets the rule.
   */
  public Meaning of(WorkspaceId workspace, String key) {
    Optional<Segment> found = segments.find(workspace, key);
    String name = found.map(Segment::name).orElse(key);
    Optional<String> rule = found.flatMap(Segment::rule).map(Rule::json);
    if (rule.isPresent()) {
      return Meaning.of(name, rule.get());
    }
    return sets.find(workspace, SetRef.segment(key))
        .map(set -> new Put(set.id(), sets.lastBy(set, SegmentEditor.BY_HAND)))
        .filter(put -> put.change() > 0)
        .map(put -> Meaning.of(name, put.toString()))
        .orElse(Meaning.none(name));
  }

  /** The last change that somebody made by hand. */
  private record Put(int set, long change) {}
}
