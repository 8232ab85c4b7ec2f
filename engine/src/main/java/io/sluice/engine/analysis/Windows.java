package io.sluice.engine.analysis;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.sluice.engine.campaign.CampaignDeleted;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.node.Observation;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Repository;

/** For how many days after the end of each run the figures of a campaign are counted again. */
@Repository
class Windows {
  private static final String NAME = "analysis_window";
  private static final Table<Record> WINDOW = table(name(NAME));
  private static final Field<Integer> WORKSPACE = field(name(NAME, "workspace_id"), Integer.class);
  private static final Field<Long> CAMPAIGN = field(name(NAME, "campaign_id"), Long.class);
  private static final Field<Integer> DAYS = field(name(NAME, "days"), Integer.class);

  private final DSLContext db;

  Windows(DSLContext db) {
    this.db = db;
  }

  /** The days of a campaign, those of an action on which no observer hangs. */
  int of(WorkspaceId workspace, long campaign) {
    return db.select(DAYS)
        .from(WINDOW)
        .where(WORKSPACE.eq(workspace.value()), CAMPAIGN.eq(campaign))
        .fetchOptional(DAYS)
        .orElse(Observation.DEFAULT_DAYS);
  }

  @EventListener
  void forget(CampaignDeleted deleted) {
    db.deleteFrom(WINDOW)
        .where(WORKSPACE.eq(deleted.workspace().value()), CAMPAIGN.eq(deleted.campaign()))
        .execute();
  }

  void set(WorkspaceId workspace, long campaign, int days) {
    db.insertInto(WINDOW, WORKSPACE, CAMPAIGN, DAYS)
        .values(workspace.value(), campaign, days)
        .onConflict(WORKSPACE, CAMPAIGN)
        .doUpdate()
        .set(DAYS, days)
        .execute();
  }
}
