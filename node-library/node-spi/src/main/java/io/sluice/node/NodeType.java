package io.sluice.node;

import java.util.Set;

/**
 * A kind of node that can be put on a canvas. One class per type, found by {@link
 * java.util.ServiceLoader}; stateless, and safe for use by several threads.
 *
 * @param <C> the settings: a record whose validation annotations are its check and whose JSON
 *     Schema is its form
 */
public sealed interface NodeType<C extends Record>
    permits SourceNode, SetNode, TimeNode, ActionNode, MessageNode, ObserverNode {
  /** How the type presents itself. */
  NodeInfo info();

  /** The class of the settings. */
  Class<C> configType();

  /**
   * The ports of a node with these settings. The settings may be incomplete or invalid while
   * somebody draws: fields may be null, numbers out of range.
   */
  Ports ports(C config);

  /**
   * Reports what is wrong with settings beyond what their annotations say. The settings may be
   * incomplete here too; what is missing by the annotations is reported already.
   */
  default void check(C config, NodeCheck check) {}

  /**
   * What (tags, segments, imported lists, balances) the node reads besides what its rules name. The
   * settings may be incomplete.
   */
  default Set<? extends FactRef> reads(C config) {
    return Set.of();
  }
}
