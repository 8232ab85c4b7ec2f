package io.sluice.engine.delivery.gateway;

import io.sluice.engine.workspace.WorkspaceId;
import java.time.Instant;

/**
 * A gateway that was broken takes messages again.
 *
 * @param since when it broke
 */
public record GatewayRecovered(WorkspaceId workspace, String gateway, Instant since) {}
