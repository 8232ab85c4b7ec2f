package io.sluice.engine.campaign;

import io.sluice.engine.workspace.WorkspaceId;

/** A campaign was given up for good; what waits for it goes, in the same transaction. */
public record CampaignCancelled(WorkspaceId workspace, long campaign) {}
