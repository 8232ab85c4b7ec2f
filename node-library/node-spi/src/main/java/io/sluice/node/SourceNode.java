package io.sluice.node;

/** A node without input, where people enter the canvas by its port {@code out}. */
public non-sealed interface SourceNode<C extends Record> extends NodeType<C> {
  /**
   * The people who enter at the instant of the context.
   *
   * @throws NodeFailure if they cannot be told; the run stops here until somebody retries
   */
  Audience enter(C config, NodeContext context);

  @Override
  default Ports ports(C config) {
    return new Ports(java.util.List.of(), java.util.List.of(OutPort.out()));
  }
}
