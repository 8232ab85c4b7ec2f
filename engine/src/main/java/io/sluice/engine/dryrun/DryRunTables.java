package io.sluice.engine.dryrun;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.time.Instant;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

final class DryRunTables {
  static final Table<Record> DRY_RUN = table(name("dry_run"));
  static final Field<Integer> WORKSPACE = field(name("dry_run", "workspace_id"), Integer.class);
  static final Field<Long> ID = field(name("dry_run", "id"), Long.class);
  static final Field<Long> CAMPAIGN = field(name("dry_run", "campaign_id"), Long.class);
  static final Field<Integer> VERSION = field(name("dry_run", "version"), Integer.class);
  static final Field<String> STATE = field(name("dry_run", "state"), String.class);
  static final Field<Instant> INSTANT = field(name("dry_run", "instant"), SQLDataType.INSTANT);
  static final Field<Long> SEED = field(name("dry_run", "run_seed"), Long.class);
  static final Field<String> NAMED = field(name("dry_run", "named_digest"), String.class);
  static final Field<Integer> NODES_DONE = field(name("dry_run", "nodes_done"), Integer.class);
  static final Field<Integer> NODES = field(name("dry_run", "nodes"), Integer.class);
  static final Field<String> RESULT = field(name("dry_run", "result"), String.class);
  static final Field<String> PROBLEM = field(name("dry_run", "problem"), String.class);
  static final Field<Instant> STARTED = field(name("dry_run", "started_at"), SQLDataType.INSTANT);
  static final Field<Instant> ENDED = field(name("dry_run", "ended_at"), SQLDataType.INSTANT);

  static final List<Field<?>> DRY_RUN_FIELDS =
      List.of(
          WORKSPACE,
          ID,
          CAMPAIGN,
          VERSION,
          STATE,
          INSTANT,
          SEED,
          NODES_DONE,
          NODES,
          RESULT,
          PROBLEM,
          STARTED,
          ENDED);

  static final Table<Record> AUDIENCE = table(name("dry_run_audience"));
  static final Field<Integer> OF_WORKSPACE =
      field(name("dry_run_audience", "workspace_id"), Integer.class);
  static final Field<Long> OF_DRY_RUN = field(name("dry_run_audience", "dry_run_id"), Long.class);
  static final Field<String> NODE = field(name("dry_run_audience", "node_id"), String.class);
  static final Field<String> PORT = field(name("dry_run_audience", "port"), String.class);
  static final Field<String> REASON = field(name("dry_run_audience", "reason"), String.class);
  static final Field<Integer> MEMBERS = field(name("dry_run_audience", "members"), Integer.class);
  static final Field<String> HASH = field(name("dry_run_audience", "hash"), String.class);

  private DryRunTables() {}
}
