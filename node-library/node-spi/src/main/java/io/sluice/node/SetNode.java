package io.sluice.node;

/**
 * A node that only sorts people: a pure function of its inputs, its settings, the seeded order and
 * the data at its instant. The audiences of its out-ports are disjoint, and nobody leaves who did
 * not arrive.
 */
public non-sealed interface SetNode<C extends Record> extends NodeType<C> {
  /**
   * Sorts the people who arrive into the out-ports.
   *
   * @throws NodeFailure if it cannot be told; the run stops here until somebody retries
   */
  Outputs apply(C config, Inputs inputs, NodeContext context);
}
