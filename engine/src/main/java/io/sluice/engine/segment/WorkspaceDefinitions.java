package io.sluice.engine.segment;

import io.sluice.engine.member.Attribute;
import io.sluice.engine.member.Attributes;
import io.sluice.engine.workspace.WorkspaceId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What rules of a workspace may name; each thing is read once. */
final class WorkspaceDefinitions implements Population.Definitions {
  private final WorkspaceId workspace;
  private final Attributes attributes;
  private final Segments segments;
  private final RewardFacts rewards;
  private final NamedBefore before;
  private final Map<String, Optional<Segment>> known = new HashMap<>();
  private List<Attribute> all;

  /**
   * The definitions of a workspace.
   *
   * @param before what else may be named
   */
  WorkspaceDefinitions(
      WorkspaceId workspace,
      Attributes attributes,
      Segments segments,
      RewardFacts rewards,
      NamedBefore before) {
    this.workspace = workspace;
    this.attributes = attributes;
    this.segments = segments;
    this.rewards = rewards;
    this.before = before;
  }

  @Override
  public Optional<Attribute> attribute(String key) {
    return allAttributes().stream().filter(attribute -> attribute.key().equals(key)).findFirst();
  }

  @Override
  public List<String> attributes() {
    return allAttributes().stream().map(Attribute::key).toList();
  }

  private List<Attribute> allAttributes() {
    if (all == null) {
      all = attributes.all(workspace);
    }
    return all;
  }

  @Override
  public List<String> accounts() {
    return rewards.accounts(workspace);
  }

  @Override
  public List<String> coupons() {
    return rewards.coupons(workspace);
  }

  @Override
  public List<String> offers() {
    return rewards.offers(workspace);
  }

  @Override
  public boolean hasSegment(String key) {
    return before.segments().contains(key) || segment(key).isPresent();
  }

  @Override
  public Set<String> nodes() {
    return before.nodes();
  }

  @Override
  public Set<String> messageNodes() {
    return before.messageNodes();
  }

  @Override
  public Optional<Segment> segment(String key) {
    return known.computeIfAbsent(key, k -> segments.find(workspace, k));
  }
}
