package io.sluice.engine.segment.leaf;

import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.node.Audience;

/** Answers a leaf from the data that the caller's transaction sees. */
public interface LeafEvaluator {
  /**
   * The members who meet the leaf. People who are erased or not registered yet may be among them:
   * the caller leaves them out.
   */
  Audience evaluate(WorkspaceId workspace, Leaf leaf);
}
