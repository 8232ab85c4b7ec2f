package io.sluice.engine.delivery.gateway;

import io.sluice.engine.workspace.WorkspaceId;
import java.time.Instant;

/**
 * A gateway failed so often that nothing is handed to it for a while.
 *
 * @param since when it broke; the same until it works again
 * @param reason the last failure, a kebab-case code
 */
public record GatewayBroke(WorkspaceId workspace, String gateway, Instant since, String reason) {}
