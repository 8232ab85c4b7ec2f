package io.sluice.engine.segment.rule;

import io.sluice.engine.member.Attribute;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the rules of a workspace may name. */
public interface RuleVocabulary {
  /** The attribute of that key. */
  Optional<Attribute> attribute(String key);

  /** The keys of all attributes. */
  List<String> attributes();

  /** Whether there is a segment of that key. */
  boolean hasSegment(String key);

  /** The keys of all accounts of points. */
  default List<String> accounts() {
    return List.of();
  }

  /** The keys of all batches of coupons. */
  default List<String> coupons() {
    return List.of();
  }

  /** The keys of all offers for which people can be marked. */
  default List<String> offers() {
    return List.of();
  }

  /** The nodes before the one that the rule belongs to; none where it belongs to no node. */
  default Set<String> nodes() {
    return Set.of();
  }

  /** Those of them that send messages. */
  default Set<String> messageNodes() {
    return Set.of();
  }
}
