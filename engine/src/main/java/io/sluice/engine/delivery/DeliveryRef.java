package io.sluice.engine.delivery;

import io.sluice.engine.workspace.WorkspaceId;

/**
 * Names a cohort at a message node.
 *
 * @param workspace the workspace
 * @param run the run
 * @param cohort the cohort in the run
 * @param node the node on the canvas
 */
public record DeliveryRef(WorkspaceId workspace, long run, long cohort, String node) {
  @Override
  public String toString() {
    return "%d.%d.%d.%s".formatted(workspace.value(), run, cohort, node);
  }
}
