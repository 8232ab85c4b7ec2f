package io.sluice.engine.dryrun;

import static io.sluice.engine.dryrun.DryRunTables.*;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.engine.audience.AudienceStore;
import io.sluice.engine.audience.AudienceUse;
import io.sluice.engine.audience.AudienceUser;
import io.sluice.engine.campaign.Campaign;
import io.sluice.engine.campaign.CampaignDeleted;
import io.sluice.engine.campaign.Campaigns;
import io.sluice.engine.campaign.Signatures;
import io.sluice.engine.step.Seeds;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.node.Audience;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The records of dry runs: all that a dry run ever writes. */
@Repository
class DryRunStore implements AudienceUser {
  private final DSLContext db;
  private final AudienceStore audiences;
  private final Campaigns campaigns;
  private final Signatures signatures;
  private final ObjectMapper json;
  private final Clock clock;

  DryRunStore(
      DSLContext db,
      AudienceStore audiences,
      Campaigns campaigns,
      Signatures signatures,
      ObjectMapper json,
      Clock clock) {
    this.db = db;
    this.audiences = audiences;
    this.campaigns = campaigns;
    this.signatures = signatures;
    this.json = json;
    this.clock = clock;
  }

  @Transactional
  public long insert(Campaign campaign, Instant instant, Seeds seeds, int nodes) {
    campaigns.lock(campaign.workspace(), campaign.id());
    long id =
        db.select(coalesce(max(ID), inline(0L)).plus(1L))
            .from(DRY_RUN)
            .where(WORKSPACE.eq(campaign.workspace().value()))
            .fetchSingle()
            .value1();
    db.insertInto(DRY_RUN)
        .set(WORKSPACE, campaign.workspace().value())
        .set(ID, id)
        .set(CAMPAIGN, campaign.id())
        .set(VERSION, campaign.latestVersion())
        .set(STATE, DryRun.RUNNING)
        .set(INSTANT, instant)
        .set(SEED, seeds.run())
        .set(NAMED, signatures.digest(campaign))
        .set(NODES_DONE, 0)
        .set(NODES, nodes)
        .set(STARTED, clock.instant())
        .execute();
    return id;
  }

  @EventListener
  void forget(CampaignDeleted deleted) {
    Condition itsRuns =
        WORKSPACE.eq(deleted.workspace().value()).and(CAMPAIGN.eq(deleted.campaign()));
    if (db.fetchExists(DRY_RUN, itsRuns.and(STATE.eq(DryRun.RUNNING)))) {
      throw new Problem(
          HttpStatus.CONFLICT,
          "dry-run-open",
          "A dry run of the campaign is still going; wait for its end or cancel it.");
    }
    db.deleteFrom(AUDIENCE)
        .where(
            OF_WORKSPACE.eq(deleted.workspace().value()),
            OF_DRY_RUN.in(DSL.select(ID).from(DRY_RUN).where(itsRuns)))
        .execute();
    db.deleteFrom(DRY_RUN).where(itsRuns).execute();
  }

  @Override
  public List<AudienceUse> uses() {
    return List.of(new AudienceUse("dry_run_audience", "hash"));
  }

  Optional<DryRun> find(WorkspaceId workspace, long id) {
    return db.select(DRY_RUN_FIELDS)
        .from(DRY_RUN)
        .where(WORKSPACE.eq(workspace.value()), ID.eq(id))
        .fetchOptional(this::dryRun);
  }

  /** Whether what the canvas names says the same as when the dry run began. */
  boolean isUpToDate(Campaign campaign, long id) {
    return db.fetchExists(
        DRY_RUN,
        WORKSPACE
            .eq(campaign.workspace().value())
            .and(ID.eq(id))
            .and(NAMED.isNull().or(NAMED.eq(signatures.digest(campaign)))));
  }

  /** The newest one of a campaign's version that is done, and was started after an instant. */
  Optional<DryRun> newest(WorkspaceId workspace, long campaign, int version, Instant after) {
    return db.select(DRY_RUN_FIELDS)
        .from(DRY_RUN)
        .where(
            WORKSPACE.eq(workspace.value()),
            CAMPAIGN.eq(campaign),
            VERSION.eq(version),
            STATE.eq(DryRun.DONE),
            STARTED.gt(after))
        .orderBy(ID.desc())
        .limit(1)
        .fetchOptional(this::dryRun);
  }

  @Transactional
  public void progress(WorkspaceId workspace, long id, int nodesDone) {
    db.update(DRY_RUN)
        .set(NODES_DONE, nodesDone)
        .where(WORKSPACE.eq(workspace.value()), ID.eq(id))
        .execute();
  }

  @Transactional
  public void finish(
      WorkspaceId workspace, long id, DryRunResult result, Map<String, NodeOutlook> nodes)
      throws JsonProcessingException {
    nodes.forEach(
        (node, forecast) -> {
          forecast
              .result()
              .ports()
              .forEach((port, people) -> insert(workspace, id, node, port, "", people));
          forecast
              .result()
              .reasons()
              .forEach(
                  (port, reasons) ->
                      reasons.forEach(
                          (reason, people) -> insert(workspace, id, node, port, reason, people)));
        });
    db.update(DRY_RUN)
        .set(RESULT, json.writeValueAsString(result))
        .set(NODES_DONE, nodes.size())
        .set(STATE, DryRun.DONE)
        .set(ENDED, clock.instant())
        .where(isOpen(workspace, id))
        .execute();
  }

  @Transactional
  public void end(WorkspaceId workspace, long id, String state, String problem) {
    db.update(DRY_RUN)
        .set(STATE, state)
        .set(PROBLEM, problem)
        .set(ENDED, clock.instant())
        .where(isOpen(workspace, id))
        .execute();
  }

  /**
   * Dry runs live in the memory of one server; what it left open when it went is over. Only those
   * started before {@code until}: another server may be at work on younger ones.
   */
  @Transactional
  public void giveUpOpenOnes(Instant until) {
    db.update(DRY_RUN)
        .set(STATE, DryRun.FAILED)
        .set(PROBLEM, "The server went down during the dry run; start it again.")
        .set(ENDED, clock.instant())
        .where(STATE.eq(DryRun.RUNNING), STARTED.lt(until))
        .execute();
  }

  Audience audience(WorkspaceId workspace, long id, String node, String port, String reason) {
    return db.select(HASH)
        .from(AUDIENCE)
        .where(
            OF_WORKSPACE.eq(workspace.value()),
            OF_DRY_RUN.eq(id),
            NODE.eq(node),
            PORT.eq(port),
            REASON.eq(reason))
        .fetchOptional(HASH)
        .map(hash -> audiences.get(workspace, hash))
        .orElse(Audience.empty());
  }

  private void insert(
      WorkspaceId workspace, long id, String node, String port, String reason, Audience people) {
    if (!people.isEmpty()) {
      db.insertInto(AUDIENCE)
          .set(OF_WORKSPACE, workspace.value())
          .set(OF_DRY_RUN, id)
          .set(NODE, node)
          .set(PORT, port)
          .set(REASON, reason)
          .set(MEMBERS, people.size())
          .set(HASH, audiences.put(workspace, people))
          .execute();
    }
  }

  private static Condition isOpen(WorkspaceId workspace, long id) {
    return WORKSPACE.eq(workspace.value()).and(ID.eq(id)).and(STATE.eq(DryRun.RUNNING));
  }

  private DryRun dryRun(Record row) {
    String result = row.get(RESULT);
    try {
      return new DryRun(
          row.get(ID),
          campaigns.get(new WorkspaceId(row.get(WORKSPACE)), row.get(CAMPAIGN)).key(),
          row.get(VERSION),
          row.get(STATE),
          row.get(INSTANT),
          Long.toString(row.get(SEED)),
          row.get(NODES_DONE),
          row.get(NODES),
          result == null ? null : json.readTree(result),
          row.get(PROBLEM),
          row.get(STARTED),
          row.get(ENDED));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The record of a dry run is not JSON", e);
    }
  }
}
