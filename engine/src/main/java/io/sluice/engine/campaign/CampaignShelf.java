package io.sluice.engine.campaign;

import static io.sluice.engine.campaign.CampaignTables.*;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.val;

import io.sluice.engine.money.Budgets;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts campaigns out of sight, and throws those away that never ran. */
@Component
class CampaignShelf {
  private final DSLContext db;
  private final Campaigns campaigns;
  private final Budgets budgets;
  private final ApplicationEventPublisher events;

  CampaignShelf(
      DSLContext db, Campaigns campaigns, Budgets budgets, ApplicationEventPublisher events) {
    this.db = db;
    this.campaigns = campaigns;
    this.budgets = budgets;
    this.events = events;
  }

  @Transactional
  public Campaign hide(Workspace workspace, String key, boolean hidden) {
    Campaign campaign = campaigns.require(workspace, key);
    db.update(CAMPAIGN)
        .set(HIDDEN, hidden)
        .where(WORKSPACE.eq(workspace.id().value()), ID.eq(campaign.id()))
        .execute();
    return campaigns.get(workspace.id(), campaign.id());
  }

  /**
   * Deletes a campaign with its versions, dry runs, budget, schedule and decisions.
   *
   * @throws Problem 409 if it ran, lies before an approver, or is approved
   */
  @Transactional
  public void delete(Workspace workspace, String key) {
    campaigns.lock(workspace.id(), campaigns.require(workspace, key).id());
    Campaign campaign = campaigns.require(workspace, key);
    requireNotNeeded(campaign);
    events.publishEvent(new CampaignDeleted(workspace.id(), campaign.id()));
    budgets.delete(workspace.id(), campaign.id());
    int space = workspace.id().value();
    db.deleteFrom(SIGNATURE)
        .where(SIGNATURE_WORKSPACE.eq(space), SIGNATURE_CAMPAIGN.eq(campaign.id()))
        .execute();
    db.deleteFrom(CAMPAIGN_DECISION)
        .where(DECISION_WORKSPACE.eq(space), DECISION_CAMPAIGN.eq(campaign.id()))
        .execute();
    db.deleteFrom(VERSION)
        .where(VERSION_WORKSPACE.eq(space), VERSION_CAMPAIGN.eq(campaign.id()))
        .execute();
    db.deleteFrom(CAMPAIGN).where(WORKSPACE.eq(space), ID.eq(campaign.id())).execute();
    db.update(WORKSPACE_TABLE)
        .set(DELETED_CAMPAIGN, greatest(DELETED_CAMPAIGN, val(campaign.id())))
        .where(WORKSPACE_ID.eq(space))
        .execute();
  }

  private static void requireNotNeeded(Campaign campaign) {
    if (campaign.runs() > 0) {
      throw new Problem(
          HttpStatus.CONFLICT,
          "has-started",
          "Campaign '%s' has run, and what came of it is kept; hide it instead."
              .formatted(campaign.key()));
    }
    if (campaign.review() == Review.SUBMITTED || campaign.review() == Review.APPROVED) {
      throw new Problem(
          HttpStatus.CONFLICT,
          "in-review",
          "Campaign '%s' is %s; %s it before you delete it."
              .formatted(
                  campaign.key(),
                  campaign.review().key(),
                  campaign.review() == Review.SUBMITTED ? "withdraw" : "cancel"));
    }
  }
}
