package io.sluice.engine.campaign;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.time.Instant;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

final class CampaignTables {
  static final Table<Record> CAMPAIGN = table(name("campaign"));
  static final Field<Integer> WORKSPACE = field(name("campaign", "workspace_id"), Integer.class);
  static final Field<Long> ID = field(name("campaign", "id"), Long.class);
  static final Field<String> KEY = field(name("campaign", "campaign_key"), String.class);
  static final Field<String> NAME = field(name("campaign", "name"), String.class);
  static final Field<Integer> LATEST = field(name("campaign", "latest_version"), Integer.class);
  static final Field<Integer> RUNS = field(name("campaign", "runs"), Integer.class);
  static final Field<String> REVIEW = field(name("campaign", "review"), String.class);
  static final Field<Boolean> HIDDEN = field(name("campaign", "hidden"), Boolean.class);
  static final Field<Instant> CREATED = field(name("campaign", "created_at"), SQLDataType.INSTANT);
  static final Field<Instant> CHANGED = field(name("campaign", "changed_at"), SQLDataType.INSTANT);

  static final List<Field<?>> CAMPAIGN_FIELDS =
      List.of(WORKSPACE, ID, KEY, NAME, LATEST, RUNS, REVIEW, HIDDEN, CREATED, CHANGED);

  static final Table<Record> VERSION = table(name("campaign_version"));
  static final Field<Integer> VERSION_WORKSPACE =
      field(name("campaign_version", "workspace_id"), Integer.class);
  static final Field<Long> VERSION_CAMPAIGN =
      field(name("campaign_version", "campaign_id"), Long.class);
  static final Field<Integer> NUMBER = field(name("campaign_version", "version"), Integer.class);
  static final Field<String> CANVAS = field(name("campaign_version", "canvas"), String.class);
  static final Field<Instant> VERSION_CREATED =
      field(name("campaign_version", "created_at"), SQLDataType.INSTANT);

  static final Table<Record> CAMPAIGN_DECISION = table(name("campaign_decision"));
  static final Field<Integer> DECISION_WORKSPACE =
      field(name("campaign_decision", "workspace_id"), Integer.class);
  static final Field<Long> DECISION_CAMPAIGN =
      field(name("campaign_decision", "campaign_id"), Long.class);
  static final Field<Integer> SEQ = field(name("campaign_decision", "seq"), Integer.class);
  static final Field<Integer> DECISION_VERSION =
      field(name("campaign_decision", "version"), Integer.class);
  static final Field<String> DECISION = field(name("campaign_decision", "decision"), String.class);
  static final Field<String> DECIDED_BY =
      field(name("campaign_decision", "decided_by"), String.class);
  static final Field<String> WORDS = field(name("campaign_decision", "words"), String.class);
  static final Field<Long> DECISION_DRY_RUN =
      field(name("campaign_decision", "dry_run"), Long.class);
  static final Field<Instant> DECIDED_AT =
      field(name("campaign_decision", "at"), SQLDataType.INSTANT(6));

  static final Table<Record> WORKSPACE_TABLE = table(name("workspace"));
  static final Field<Integer> WORKSPACE_ID = field(name("workspace", "id"), Integer.class);
  static final Field<Boolean> APPROVAL_REQUIRED =
      field(name("workspace", "approval_required"), Boolean.class);

  static final Field<Integer> DEPARTURE_PERCENT =
      field(name("workspace", "departure_percent"), Integer.class);

  static final Table<Record> SIGNATURE = table(name("campaign_signature"));
  static final Field<Integer> SIGNATURE_WORKSPACE =
      field(name("campaign_signature", "workspace_id"), Integer.class);
  static final Field<Long> SIGNATURE_CAMPAIGN =
      field(name("campaign_signature", "campaign_id"), Long.class);
  static final Field<Integer> SIGNATURE_SEQ =
      field(name("campaign_signature", "seq"), Integer.class);
  static final Field<String> THING_KIND = field(name("campaign_signature", "kind"), String.class);
  static final Field<String> THING_KEY =
      field(name("campaign_signature", "thing_key"), String.class);
  static final Field<String> THING_NAME = field(name("campaign_signature", "name"), String.class);
  static final Field<String> DIGEST = field(name("campaign_signature", "digest"), String.class);

  static final Field<Long> DELETED_CAMPAIGN =
      field(name("workspace", "deleted_campaign"), Long.class);

  private CampaignTables() {}
}
