package io.sluice.node;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A node that changes the world outside the canvas. */
public non-sealed interface ActionNode<C extends Record> extends NodeType<C> {
  /** The main port: those for whom the action was done. */
  String DONE = "done";

  /** The port of those for whom it failed, with a reason. */
  String FAILED = "failed";

  /** The port of those held back before it, with a reason. */
  String SUPPRESSED = "suppressed";

  /** The port of those of whom nobody knows whether it was done. */
  String UNKNOWN = "unknown";

  /** The out-ports of every action. */
  List<OutPort> OUT_PORTS =
      List.of(
          OutPort.of(DONE, "Done", "完成"),
          OutPort.of(FAILED, "Failed", "失败"),
          OutPort.of(SUPPRESSED, "Held back", "被拦截"),
          OutPort.of(UNKNOWN, "Unknown", "结果未知"));

  /** What would happen to the audience. Changes nothing. */
  Forecast forecast(C config, Audience audience, NodeContext context);

  /**
   * Acts on a batch. Runs in the transaction of the step, and may run again if that rolls back:
   * effects go through the context only.
   *
   * @throws NodeFailure if nothing was done; the run stops here until somebody retries
   */
  Outcome act(C config, Audience batch, ActionContext context);

  /**
   * What the node writes. While it acts nobody else changes the balances, stocks and groups among
   * them. The settings may be incomplete.
   */
  default Set<? extends FactRef> writes(C config) {
    return Set.of();
  }

  /**
   * Whom the node passes over: they go on by the main port, and nothing is done for them. The
   * settings may be incomplete.
   */
  default Optional<Rule> skipIf(C config) {
    return Optional.empty();
  }

  @Override
  default Ports ports(C config) {
    return new Ports(List.of(InPort.single()), OUT_PORTS);
  }
}
