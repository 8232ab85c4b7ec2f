package io.sluice.node;

/** What an action may use to change the world. */
public interface ActionContext extends NodeContext {
  /**
   * Writes something, exactly once per run, node and cohort: in the transaction of the step, under
   * a unique cause. A node may write each target once per step, and says in {@link
   * ActionNode#writes} which.
   */
  void write(Write write);
}
