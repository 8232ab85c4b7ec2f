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
import org.jooq.Record;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The campaigns and the versions of their canvases. */
@Repository
public class Campaigns {
  private final DSLContext db;
  private final Clock clock;

  Campaigns(DSLContext db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** The campaign of that key. */
  public Optional<Campaign> find(WorkspaceId workspace, String key) {
    return db.select(CAMPAIGN_FIELDS)
        .from(CAMPAIGN)
        .where(WORKSPACE.eq(workspace.value()), KEY.eq(key))
        .fetchOptional(Campaigns::campaign);
  }

  /**
   * The campaign of that key.
   *
   * @throws Problem 404 if there is none
   */
  public Campaign require(Workspace workspace, String key) {
    return find(workspace.id(), key)
        .orElseThrow(
            () ->
                Problem.unknown(
                    "unknown-campaign",
                    "There is no campaign '%s' in workspace '%s'; PUT its canvas first."
                        .formatted(key, workspace.key())));
  }

  /** The campaign of that id. */
  public Campaign get(WorkspaceId workspace, long id) {
    return db.select(CAMPAIGN_FIELDS)
        .from(CAMPAIGN)
        .where(WORKSPACE.eq(workspace.value()), ID.eq(id))
        .fetchSingle(Campaigns::campaign);
  }

  /** All campaigns, the last changed first. */
  public List<Campaign> all(WorkspaceId workspace) {
    return db.select(CAMPAIGN_FIELDS)
        .from(CAMPAIGN)
        .where(WORKSPACE.eq(workspace.value()))
        .orderBy(CHANGED.desc(), ID.desc())
        .fetch(Campaigns::campaign);
  }

  /** The canvas file of a version. */
  public String canvas(WorkspaceId workspace, long campaign, int version) {
    return db.select(CANVAS)
        .from(VERSION)
        .where(
            VERSION_WORKSPACE.eq(workspace.value()),
            VERSION_CAMPAIGN.eq(campaign),
            NUMBER.eq(version))
        .fetchOptional(CANVAS)
        .orElseThrow(
            () -> Problem.unknown("unknown-version", "There is no version " + version + "."));
  }

  /**
   * Saves a canvas as the newest version; the same canvas again makes no new version.
   *
   * @param expected the version the canvas was made from, if the caller knows
   * @throws Problem 409 if that is not the newest one any more, or if the campaign is cancelled or
   *     lies before an approver
   */
  @Transactional
  public Campaign save(
      WorkspaceId workspace, String key, String name, String canvas, Optional<Integer> expected) {
    Optional<Campaign> known = lock(workspace, key);
    expected
        .filter(version -> version != known.map(Campaign::latestVersion).orElse(0))
        .ifPresent(version -> refuseStale(version, known));
    if (known.isEmpty()) {
      return create(workspace, key, name, canvas);
    }
    Campaign campaign = known.get();
    if (campaign.review() == Review.CANCELLED) {
      throw cancelled(campaign);
    }
    if (canvas(workspace, campaign.id(), campaign.latestVersion()).equals(canvas)) {
      return campaign;
    }
    requireNotInReview(campaign);
    int version = campaign.latestVersion() + 1;
    addVersion(workspace, campaign.id(), version, canvas);
    db.update(CAMPAIGN)
        .set(LATEST, version)
        .set(NAME, name)
        .set(REVIEW, Review.DRAFT.key())
        .set(CHANGED, clock.instant())
        .where(WORKSPACE.eq(workspace.value()), ID.eq(campaign.id()))
        .execute();
    return get(workspace, campaign.id());
  }

  private static void requireNotInReview(Campaign campaign) {
    if (campaign.review() == Review.SUBMITTED) {
      throw new Problem(
          HttpStatus.CONFLICT,
          "in-review",
          "Campaign '%s' lies before an approver; withdraw it to change it."
              .formatted(campaign.key()));
    }
  }

  /**
   * The campaign of that key, which is not given up.
   *
   * @throws Problem 404 if there is none; 409 if it is cancelled
   */
  public Campaign requireNotCancelled(Workspace workspace, String key) {
    Campaign campaign = require(workspace, key);
    if (campaign.review() == Review.CANCELLED) {
      throw cancelled(campaign);
    }
    return campaign;
  }

  /** Says that a campaign is given up for good. */
  static Problem cancelled(Campaign campaign) {
    return new Problem(
        HttpStatus.CONFLICT,
        "campaign-cancelled",
        "Campaign '%s' is cancelled for good; copy it to go on.".formatted(campaign.key()));
  }

  /**
   * Makes a campaign of the newest canvas of another one. It draws people anew.
   *
   * @throws Problem 409 if there is a campaign of that key
   */
  @Transactional
  public Campaign copy(WorkspaceId workspace, String key, String name, String canvas) {
    if (find(workspace, key).isPresent()) {
      throw new Problem(
          HttpStatus.CONFLICT,
          "campaign-exists",
          "/key",
          "There is a campaign '%s' already; choose another key.".formatted(key));
    }
    return create(workspace, key, name, canvas);
  }

  /** Makes others who start or save the campaign wait for the end of the caller's transaction. */
  @Transactional
  public void lock(WorkspaceId workspace, long campaign) {
    db.select(CAMPAIGN_FIELDS)
        .from(CAMPAIGN)
        .where(WORKSPACE.eq(workspace.value()), ID.eq(campaign))
        .forUpdate()
        .fetchSingle();
  }

  /** Counts one more run, in the caller's transaction, and returns its number, from 1. */
  @Transactional
  public int countRun(WorkspaceId workspace, long campaign) {
    db.update(CAMPAIGN)
        .set(RUNS, RUNS.plus(1))
        .where(WORKSPACE.eq(workspace.value()), ID.eq(campaign))
        .execute();
    return get(workspace, campaign).runs();
  }

  private Optional<Campaign> lock(WorkspaceId workspace, String key) {
    return db.select(CAMPAIGN_FIELDS)
        .from(CAMPAIGN)
        .where(WORKSPACE.eq(workspace.value()), KEY.eq(key))
        .forUpdate()
        .fetchOptional(Campaigns::campaign);
  }

  private static void refuseStale(int version, Optional<Campaign> known) {
    throw new Problem(
        HttpStatus.CONFLICT,
        "stale-canvas",
        known
            .map(
                campaign ->
                    "Somebody saved version %d while you worked on version %d; reload, or save without If-Match to replace it."
                        .formatted(campaign.latestVersion(), version))
            .orElse("The campaign does not exist yet; save without If-Match."));
  }

  private Campaign create(WorkspaceId workspace, String key, String name, String canvas) {
    long id = lastId(workspace) + 1;
    Instant now = clock.instant();
    db.insertInto(CAMPAIGN, WORKSPACE, ID, KEY, NAME, LATEST, CREATED, CHANGED)
        .values(workspace.value(), id, key, name, 1, now, now)
        .execute();
    addVersion(workspace, id, 1, canvas);
    return get(workspace, id);
  }

  /** Of the campaigns there are and were: an id names one for good. */
  private long lastId(WorkspaceId workspace) {
    long there =
        db.select(coalesce(max(ID), inline(0L)))
            .from(CAMPAIGN)
            .where(WORKSPACE.eq(workspace.value()))
            .fetchSingle()
            .value1();
    long deleted =
        db.select(DELETED_CAMPAIGN)
            .from(WORKSPACE_TABLE)
            .where(WORKSPACE_ID.eq(workspace.value()))
            .fetchSingle()
            .value1();
    return Math.max(there, deleted);
  }

  private void addVersion(WorkspaceId workspace, long campaign, int version, String canvas) {
    db.insertInto(VERSION, VERSION_WORKSPACE, VERSION_CAMPAIGN, NUMBER, CANVAS, VERSION_CREATED)
        .values(workspace.value(), campaign, version, canvas, clock.instant())
        .execute();
  }

  private static Campaign campaign(Record row) {
    return new Campaign(
        new WorkspaceId(row.get(WORKSPACE)),
        row.get(ID),
        row.get(KEY),
        row.get(NAME),
        row.get(LATEST),
        row.get(RUNS),
        Review.of(row.get(REVIEW)),
        row.get(HIDDEN),
        row.get(CREATED),
        row.get(CHANGED));
  }
}
