package io.sluice.engine.campaign;

import static io.sluice.engine.campaign.CampaignTables.*;

import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;
import io.sluice.engine.workspace.WorkspaceId;
import org.jooq.DSLContext;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whether campaigns of a workspace start unapproved, and how far an approval goes. */
@Component
public class ApprovalPolicy {
  private final DSLContext db;
  private final Signatures signatures;

  ApprovalPolicy(DSLContext db, Signatures signatures) {
    this.db = db;
    this.signatures = signatures;
  }

  /** Whether nothing starts unapproved. */
  public boolean isRequired(Workspace workspace) {
    return db.select(APPROVAL_REQUIRED)
        .from(WORKSPACE_TABLE)
        .where(WORKSPACE_ID.eq(workspace.id().value()))
        .fetchSingle()
        .value1();
  }

  /**
   * By how many percent the people who come to a node of a run may depart from the approved number.
   */
  public int departurePercent(WorkspaceId workspace) {
    return db.select(DEPARTURE_PERCENT)
        .from(WORKSPACE_TABLE)
        .where(WORKSPACE_ID.eq(workspace.value()))
        .fetchSingle()
        .value1();
  }

  @Transactional
  void put(Workspace workspace, boolean required, int departurePercent) {
    db.update(WORKSPACE_TABLE)
        .set(APPROVAL_REQUIRED, required)
        .set(DEPARTURE_PERCENT, departurePercent)
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
      case APPROVED -> signatures.requireAsApproved(campaign);
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
