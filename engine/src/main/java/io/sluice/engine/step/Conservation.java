package io.sluice.engine.step;

import io.sluice.engine.nodetype.BoundNode;
import io.sluice.engine.web.Counted;
import io.sluice.node.Audience;
import io.sluice.node.Inputs;
import io.sluice.node.NodeFailure;
import io.sluice.node.Outputs;
import java.util.Collection;
import java.util.List;

/** Nobody is doubled and nobody appears from nowhere, whatever a node type does. */
final class Conservation {
  private Conservation() {}

  static void requireNobodyNew(BoundNode node, Inputs inputs, Outputs outputs) {
    Audience left = disjointUnion(node, outputs);
    if (!inputs.union().containsAll(left)) {
      throw new NodeFailure(
          "Node type '%s' let people leave node '%s' who never arrived; mend the node type"
              .formatted(node.type().info().key(), node.id()));
    }
  }

  static void requireEverybodyOnce(BoundNode node, Audience batch, Outputs outputs) {
    Audience left = disjointUnion(node, outputs);
    if (!left.equals(batch)) {
      throw new NodeFailure(
          "Node type '%s' was given %s at node '%s' and accounted for %d; mend the node type"
              .formatted(
                  node.type().info().key(), Counted.people(batch.size()), node.id(), left.size()));
    }
  }

  /** Everybody who is in one of the audiences; nobody may be in two. */
  static Audience requireEachOnce(BoundNode node, Collection<Audience> parts) {
    Audience union = Audience.unionOf(parts);
    if (parts.stream().mapToLong(Audience::size).sum() != union.size()) {
      throw new NodeFailure(
          "Node type '%s' released somebody twice at node '%s'; mend the node type"
              .formatted(node.type().info().key(), node.id()));
    }
    return union;
  }

  private static Audience disjointUnion(BoundNode node, Outputs outputs) {
    List<Audience> parts = List.copyOf(outputs.byPort().values());
    Audience union = Audience.unionOf(parts);
    if (parts.stream().mapToLong(Audience::size).sum() != union.size()) {
      throw new NodeFailure(
          "Node type '%s' let somebody leave node '%s' by two ports; mend the node type"
              .formatted(node.type().info().key(), node.id()));
    }
    return union;
  }
}
