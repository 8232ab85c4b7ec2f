package io.sluice.engine.campaign;

import static io.sluice.engine.campaign.CampaignTables.*;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;

import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;
import io.sluice.engine.workspace.WorkspaceId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides about campaigns before they run: submit, approve, reject, return, cancel. A decision is
 * about one version, and every decision is kept.
 */
@Component
class Reviews {
  private final DSLContext db;
  private final Campaigns campaigns;
  private final ApplicationEventPublisher events;
  private final ShownForecast forecasts;
  private final Signatures signatures;
  private final Clock clock;

  Reviews(
      DSLContext db,
      Campaigns campaigns,
      ApplicationEventPublisher events,
      ShownForecast forecasts,
      Signatures signatures,
      Clock clock) {
    this.db = db;
    this.campaigns = campaigns;
    this.events = events;
    this.forecasts = forecasts;
    this.signatures = signatures;
    this.clock = clock;
  }

  /**
   * A decision that was made.
   *
   * @param version of the canvas it was about
   * @param by who decided, as told
   * @param words what was said with it; may be null
   * @param dryRun the dry run that was shown with it; may be null
   */
  record Decided(String decision, int version, String by, String words, Long dryRun, Instant at) {}

  /** All decisions, the first first. */
  List<Decided> history(WorkspaceId workspace, long campaign) {
    return db.select(DECISION, DECISION_VERSION, DECIDED_BY, WORDS, DECISION_DRY_RUN, DECIDED_AT)
        .from(CAMPAIGN_DECISION)
        .where(DECISION_WORKSPACE.eq(workspace.value()), DECISION_CAMPAIGN.eq(campaign))
        .orderBy(SEQ)
        .fetch(
            row ->
                new Decided(
                    row.value1(),
                    row.value2(),
                    row.value3(),
                    row.value4(),
                    row.value5(),
                    row.value6()));
  }

  /**
   * Decides.
   *
   * @param version the version that was looked at, if the caller says so
   * @param dryRun a finished dry run of the newest version, to be shown to who decides next
   * @throws Problem 409 if the campaign stands elsewhere, or it or what it names was changed, or it
   *     was started meanwhile
   */
  @Transactional
  public Campaign decide(
      Workspace workspace,
      String key,
      Decision decision,
      Optional<Integer> version,
      Optional<Long> dryRun,
      String by,
      Optional<String> words) {
    campaigns.lock(workspace.id(), campaigns.require(workspace, key).id());
    Campaign campaign = campaigns.require(workspace, key);
    requirePossible(campaign, decision);
    version
        .filter(seen -> seen != campaign.latestVersion())
        .ifPresent(
            seen -> {
              throw new Problem(
                  HttpStatus.CONFLICT,
                  "stale-canvas",
                  "/version",
                  "The newest version is %d, not %d; look at it first."
                      .formatted(campaign.latestVersion(), seen));
            });
    dryRun.ifPresent(shown -> forecasts.require(workspace, campaign, shown));
    if (decision == Decision.APPROVE) {
      requireAnother(campaign, by);
      signatures.requireAsSubmitted(campaign);
    }
    db.update(CAMPAIGN)
        .set(REVIEW, decision.leadsTo().key())
        .where(WORKSPACE.eq(workspace.id().value()), ID.eq(campaign.id()))
        .execute();
    Integer last =
        db.select(coalesce(max(SEQ), inline(0)))
            .from(CAMPAIGN_DECISION)
            .where(
                DECISION_WORKSPACE.eq(workspace.id().value()), DECISION_CAMPAIGN.eq(campaign.id()))
            .fetchSingle()
            .value1();
    db.insertInto(CAMPAIGN_DECISION)
        .set(DECISION_WORKSPACE, workspace.id().value())
        .set(DECISION_CAMPAIGN, campaign.id())
        .set(SEQ, last + 1)
        .set(DECISION_VERSION, campaign.latestVersion())
        .set(DECISION, decision.key())
        .set(DECIDED_BY, by)
        .set(WORDS, words.orElse(null))
        .set(DECISION_DRY_RUN, dryRun.orElse(null))
        .set(DECIDED_AT, clock.instant())
        .execute();
    if (decision == Decision.SUBMIT) {
      signatures.keep(campaign, last + 1);
    }
    if (decision == Decision.CANCEL) {
      events.publishEvent(new CampaignCancelled(workspace.id(), campaign.id()));
    }
    return campaigns.get(workspace.id(), campaign.id());
  }

  private void requirePossible(Campaign campaign, Decision decision) {
    if (campaign.review() == Review.CANCELLED) {
      throw Campaigns.cancelled(campaign);
    }
    if (!decision.isPossibleFrom(campaign.review()) && !isOutdated(campaign, decision)) {
      throw new Problem(
          HttpStatus.CONFLICT,
          "wrong-review-state",
          "Campaign '%s' is %s; %s"
              .formatted(
                  campaign.key(),
                  campaign.review().key(),
                  campaign.review() == Review.SUBMITTED
                      ? "it lies before an approver already."
                      : decision == Decision.SUBMIT
                          ? "it is approved as it is."
                          : "only what is submitted can be " + decision.done() + ": submit it."));
    }
    if (decision == Decision.CANCEL && campaign.runs() > 0) {
      throw new Problem(
          HttpStatus.CONFLICT,
          "has-started",
          "Campaign '%s' has started; stop its run instead.".formatted(campaign.key()));
    }
  }

  /** What is approved is submitted again where the approval does not hold any more. */
  private boolean isOutdated(Campaign campaign, Decision decision) {
    return decision == Decision.SUBMIT
        && campaign.review() == Review.APPROVED
        && !signatures.changes(campaign).isEmpty();
  }

  /** Nobody approves what they submitted themselves. */
  private void requireAnother(Campaign campaign, String by) {
    List<Decided> before = history(campaign.workspace(), campaign.id());
    String author = before.get(before.size() - 1).by();
    if (by.equals(author)) {
      throw new Problem(
          HttpStatus.CONFLICT,
          "own-campaign",
          "/by",
          "%s submitted the campaign; somebody else has to approve it.".formatted(author));
    }
  }
}
