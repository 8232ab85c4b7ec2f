package io.sluice.engine.run;

import io.sluice.engine.campaign.ApprovalPolicy;
import io.sluice.engine.campaign.Campaign;
import io.sluice.engine.campaign.Campaigns;
import io.sluice.engine.workspace.Workspace;
import org.springframework.stereotype.Component;

/** Starts nothing that is cancelled, under review, or refused by an approver. */
@Component
class ApprovedCampaign implements StartCondition {
  private final Campaigns campaigns;
  private final ApprovalPolicy policy;

  ApprovedCampaign(Campaigns campaigns, ApprovalPolicy policy) {
    this.campaigns = campaigns;
    this.policy = policy;
  }

  @Override
  public void require(Workspace workspace, Campaign campaign, Run run) {
    // Read again: it is locked now, and somebody may have decided since it was first read.
    policy.requireStartable(workspace, campaigns.get(workspace.id(), campaign.id()));
  }
}
