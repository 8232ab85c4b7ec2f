package io.sluice.node;

/** What an action may use to change the world. */
public interface ActionContext extends NodeContext {
  /**
   * Writes to a set, exactly once per run, node and cohort: in the transaction of the step, under a
   * unique cause. A node may write each set once per step.
   */
  void write(SetWrite write);
}
