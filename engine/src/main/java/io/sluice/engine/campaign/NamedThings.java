package io.sluice.engine.campaign;

import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.delivery.content.template.Templates;
import io.sluice.engine.nodetype.BoundNode;
import io.sluice.engine.nodetype.NodeBinder;
import io.sluice.engine.reward.RewardKinds;
import io.sluice.engine.segment.SegmentMeanings;
import io.sluice.engine.storage.Meaning;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.node.AccountRef;
import io.sluice.node.CodePoolRef;
import io.sluice.node.CouponRef;
import io.sluice.node.FactRef;
import io.sluice.node.Message;
import io.sluice.node.SetRef;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What canvases name that is set up elsewhere and decides to whom a run goes or what they get:
 * segments with those that they name in turn, templates without a version, and what is given. Facts
 * about people, such as tags, are no part of it, and neither is by which gateway messages go.
 */
@Component
class NamedThings {
  private final SegmentMeanings segments;
  private final Templates templates;
  private final RewardKinds rewards;
  private final NodeBinder binder;
  private final Map<String, Function<String, FactRef>> given =
      Map.of(
          kind(new CouponRef("")), CouponRef::new,
          kind(new CodePoolRef("")), CodePoolRef::new,
          kind(new AccountRef("")), AccountRef::new,
          kind(SetRef.discountMark("")), SetRef::discountMark);

  NamedThings(
      SegmentMeanings segments, Templates templates, RewardKinds rewards, NodeBinder binder) {
    this.segments = segments;
    this.templates = templates;
    this.rewards = rewards;
    this.binder = binder;
  }

  /** All of them, each once, in the order of the canvas. */
  List<NamedThing> of(WorkspaceId workspace, BoundCanvas canvas) {
    Map<String, NamedThing> found = new LinkedHashMap<>();
    canvas.order().stream()
        .map(canvas::node)
        // The check tells what is missing; a canvas with such a node does not start.
        .filter(node -> binder.validate(node).isEmpty())
        .flatMap(node -> of(workspace, node))
        .forEach(thing -> found.putIfAbsent(thing.kind() + "/" + thing.key(), thing));
    return List.copyOf(found.values());
  }

  /** What something of a kind says now. */
  Meaning now(WorkspaceId workspace, String kind, String key) {
    return switch (kind) {
      case NamedThing.SEGMENT -> segments.of(workspace, key);
      case NamedThing.TEMPLATE -> template(workspace, key);
      default -> rewards.meaning(workspace, given.get(kind).apply(key));
    };
  }

  private Stream<NamedThing> of(WorkspaceId workspace, BoundNode node) {
    Stream<NamedThing> people =
        segments(workspace, node).stream().map(key -> thing(workspace, NamedThing.SEGMENT, key));
    Stream<NamedThing> texts =
        node.message().map(Message::variants).stream()
            .flatMap(Collection::stream)
            .flatMap(variant -> variant.template().stream())
            .map(key -> thing(workspace, NamedThing.TEMPLATE, key));
    Stream<NamedThing> gifts =
        node.writes().stream()
            .filter(RewardKinds::gives)
            .map(target -> thing(workspace, kind(target), target.key()));
    return Stream.of(people, texts, gifts).flatMap(things -> things);
  }

  private Set<String> segments(WorkspaceId workspace, BoundNode node) {
    Set<String> named = new LinkedHashSet<>();
    for (FactRef read : node.namedReads()) {
      if (read instanceof SetRef set && set.kind() == SetRef.Kind.SEGMENT) {
        named.addAll(segments.namedBy(workspace, set.key()));
      }
    }
    node.rules().forEach(rule -> named.addAll(segments.namedBy(workspace, rule)));
    return named;
  }

  private static String kind(FactRef given) {
    return given.noun().replace(' ', '-');
  }

  private NamedThing thing(WorkspaceId workspace, String kind, String key) {
    return new NamedThing(kind, key, now(workspace, kind, key));
  }

  /** The version that would be sent says it all: it never changes. */
  private Meaning template(WorkspaceId workspace, String reference) {
    return templates
        .approved(workspace, reference)
        .map(
            template ->
                Meaning.of(template.name(), template.key() + " version " + template.version()))
        .orElse(Meaning.none(reference));
  }
}
