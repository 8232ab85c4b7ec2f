package io.sluice.engine.campaign;

import static io.sluice.engine.campaign.CampaignTables.*;

import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;
import org.jooq.DSLContext;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whether campaigns of a workspace start unapproved. */
@Component
public class ApprovalPolicy {
  private final DSLContext db;

  ApprovalPolicy(DSLContext db) {
    this.db = db;
  }

  /** Whether nothing starts unapproved. */
  public boolean isRequired(Workspace workspace) {
    return db.select(APPROVAL_REQUIRED)
        .from(WORKSPACE_TABLE)
        .where(WORKSPACE_ID.eq(workspace.id().value()))
        .fetchSingle()
        .value1();
  }

  @Transactional
  void put(Workspace workspace, boolean required) {
    db.update(WORKSPACE_TABLE)
        .set(APPROVAL_REQUIRED, required)
        .where(WORKSPACE_ID.eq(workspace.id().value()))
        .execute();
  }

  /**
   * Whether the newest version of a campaign may start.
   *
   * @throws Problem 409 that says what keeps it
   */
  public void requireStartable(Workspace workspace, Campaign campaign) {
    switch (campaign.review()) {
      case APPROVED -> {}
      case CANCELLED -> throw Campaigns.cancelled(campaign);
      case DRAFT -> {
        if (isRequired(workspace)) {
          throw unapproved(campaign, "submit it, and have it approved.");
        }
      }
      case SUBMITTED -> throw unapproved(campaign, "have it approved, or withdraw it.");
      case REJECTED, RETURNED ->
          throw unapproved(campaign, "change it, submit it again, and have it approved.");
    }
  }

  private static Problem unapproved(Campaign campaign, String fix) {
    return new Problem(
        HttpStatus.CONFLICT,
        "not-approved",
        "Campaign '%s' is %s: %s".formatted(campaign.key(), campaign.review().key(), fix));
  }
}
