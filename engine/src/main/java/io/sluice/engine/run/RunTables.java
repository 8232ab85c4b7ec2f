package io.sluice.engine.run;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.time.Instant;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

final class RunTables {
  static final Table<Record> RUN = table(name("run"));
  static final Field<Integer> RUN_WORKSPACE = field(name("run", "workspace_id"), Integer.class);
  static final Field<Long> RUN_ID = field(name("run", "id"), Long.class);
  static final Field<Long> RUN_CAMPAIGN = field(name("run", "campaign_id"), Long.class);
  static final Field<Integer> RUN_VERSION = field(name("run", "version"), Integer.class);
  static final Field<String> HELD_BY = field(name("run", "held_by"), String.class);
  static final Field<String> HELD_NODE = field(name("run", "held_node"), String.class);
  static final Field<String> RUN_STATE = field(name("run", "state"), String.class);
  static final Field<Instant> RUN_INSTANT = instant("run", "instant");
  static final Field<Long> RUN_SEED = field(name("run", "run_seed"), Long.class);
  static final Field<Long> CAMPAIGN_SEED = field(name("run", "campaign_seed"), Long.class);
  static final Field<String> START_KEY = field(name("run", "start_key"), String.class);
  static final Field<Instant> STARTED = instant("run", "started_at");
  static final Field<Instant> DETAILS_REMOVED = instant("run", "details_removed_at");
  static final Field<Instant> ENDED = instant("run", "ended_at");

  static final List<Field<?>> RUN_FIELDS =
      List.of(
          RUN_WORKSPACE,
          RUN_ID,
          RUN_CAMPAIGN,
          RUN_VERSION,
          RUN_STATE,
          RUN_INSTANT,
          RUN_SEED,
          CAMPAIGN_SEED,
          STARTED,
          ENDED);

  static final Table<Record> COHORT = table(name("cohort"));
  static final Field<Integer> COHORT_WORKSPACE =
      field(name("cohort", "workspace_id"), Integer.class);
  static final Field<Long> COHORT_RUN = field(name("cohort", "run_id"), Long.class);
  static final Field<Long> COHORT_ID = field(name("cohort", "id"), Long.class);
  static final Field<Long> PARENT = field(name("cohort", "parent_id"), Long.class);
  static final Field<String> COHORT_ENTRY = field(name("cohort", "entry"), String.class);
  static final Field<Instant> COHORT_INSTANT = instant("cohort", "instant");
  static final Field<String> COHORT_STATE = field(name("cohort", "state"), String.class);
  static final Field<String> PROCESS = field(name("cohort", "process_instance"), String.class);

  static final List<Field<?>> COHORT_FIELDS =
      List.of(
          COHORT_WORKSPACE,
          COHORT_RUN,
          COHORT_ID,
          COHORT_ENTRY,
          COHORT_INSTANT,
          COHORT_STATE,
          PROCESS);

  static final Table<Record> STEP = table(name("step"));
  static final Field<Integer> STEP_WORKSPACE = field(name("step", "workspace_id"), Integer.class);
  static final Field<Long> STEP_RUN = field(name("step", "run_id"), Long.class);
  static final Field<Long> STEP_COHORT = field(name("step", "cohort_id"), Long.class);
  static final Field<String> STEP_NODE = field(name("step", "node_id"), String.class);
  static final Field<String> STEP_STATE = field(name("step", "state"), String.class);
  static final Field<Instant> STEP_INSTANT = instant("step", "instant");
  static final Field<Instant> RELEASE = instant("step", "release_at");
  static final Field<Integer> MEMBERS_IN = field(name("step", "members_in"), Integer.class);
  static final Field<Boolean> SKIP = field(name("step", "skip"), Boolean.class);
  static final Field<Instant> ARRIVED = instant("step", "arrived_at");
  static final Field<Instant> STEP_FINISHED = instant("step", "finished_at");

  static final List<Field<?>> STEP_FIELDS =
      List.of(
          STEP_COHORT,
          STEP_NODE,
          STEP_STATE,
          STEP_INSTANT,
          RELEASE,
          MEMBERS_IN,
          SKIP,
          ARRIVED,
          STEP_FINISHED);

  static final Table<Record> PORT = table(name("port_audience"));
  static final Field<Integer> PORT_WORKSPACE =
      field(name("port_audience", "workspace_id"), Integer.class);
  static final Field<Long> PORT_RUN = field(name("port_audience", "run_id"), Long.class);
  static final Field<Long> PORT_COHORT = field(name("port_audience", "cohort_id"), Long.class);
  static final Field<String> PORT_NODE = field(name("port_audience", "node_id"), String.class);
  static final Field<String> PORT_KEY = field(name("port_audience", "port"), String.class);
  static final Field<String> REASON = field(name("port_audience", "reason"), String.class);
  static final Field<Integer> MEMBERS = field(name("port_audience", "members"), Integer.class);
  static final Field<String> HASH = field(name("port_audience", "hash"), String.class);

  static final List<Field<?>> PORT_FIELDS =
      List.of(PORT_COHORT, PORT_NODE, PORT_KEY, REASON, MEMBERS, HASH);

  private RunTables() {}

  private static Field<Instant> instant(String table, String column) {
    return field(name(table, column), SQLDataType.INSTANT);
  }
}
