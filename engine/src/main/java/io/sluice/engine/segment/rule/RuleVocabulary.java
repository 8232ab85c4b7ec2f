package io.sluice.engine.segment.rule;

import io.sluice.engine.member.Attribute;
import java.util.List;
import java.util.Optional;

/** What the rules of a workspace may name. */
public interface RuleVocabulary {
  /** The attribute of that key. */
  Optional<Attribute> attribute(String key);

  /** The keys of all attributes. */
  List<String> attributes();

  /** Whether there is a segment of that key. */
  boolean hasSegment(String key);
}
