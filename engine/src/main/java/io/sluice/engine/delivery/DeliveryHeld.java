package io.sluice.engine.delivery;

import io.sluice.engine.workspace.WorkspaceId;

/**
 * Nothing more of a run goes out until somebody does something about it.
 *
 * @param workspace the workspace
 * @param run the run
 * @param node the node at which it was noticed
 * @param what is short: {@code budget} or {@code balance}
 */
public record DeliveryHeld(WorkspaceId workspace, long run, String node, String what) {}
