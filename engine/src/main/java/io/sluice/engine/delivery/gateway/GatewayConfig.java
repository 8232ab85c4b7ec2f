package io.sluice.engine.delivery.gateway;

import io.sluice.engine.workspace.WorkspaceId;

/**
 * A gateway as it is configured in a workspace.
 *
 * @param key its name, unique in the workspace
 * @param kind what it is: {@code sandbox}, {@code smtp} or {@code http}
 * @param channel the channel whose messages it carries
 * @param isDefault whether messages of its channel go out by it unless another one is named
 * @param parts how long texts are cut into message parts
 * @param settings the settings of its kind, as JSON
 */
public record GatewayConfig(
    WorkspaceId workspace,
    String key,
    String kind,
    String channel,
    boolean isDefault,
    String parts,
    String settings) {
  /** Whether its messages stay in the sandbox's inbox. */
  public boolean isSandbox() {
    return kind.equals(Gateways.SANDBOX);
  }
}
