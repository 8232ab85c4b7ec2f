package io.sluice.engine.campaign;

import io.sluice.engine.workspace.WorkspaceId;

/**
 * A campaign that never ran is being deleted; whoever keeps anything of it deletes that in the same
 * transaction.
 */
public record CampaignDeleted(WorkspaceId workspace, long campaign) {}
