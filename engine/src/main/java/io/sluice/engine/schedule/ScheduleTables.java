package io.sluice.engine.schedule;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.time.Instant;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The tables of schedules. */
final class ScheduleTables {
  static final Table<Record> SCHEDULE = table(name("schedule"));
  static final Field<Integer> WORKSPACE = field(name("schedule", "workspace_id"), Integer.class);
  static final Field<Long> CAMPAIGN = field(name("schedule", "campaign_id"), Long.class);
  static final Field<Instant> START = instant("schedule", "start_at");
  static final Field<Long> GRACE = field(name("schedule", "grace_seconds"), Long.class);
  static final Field<Instant> END = instant("schedule", "end_at");
  static final Field<Boolean> STOP_RUNS = field(name("schedule", "stop_runs"), Boolean.class);
  static final Field<Instant> CLOSED = instant("schedule", "closed_at");

  static final Table<Record> SLOT = table(name("schedule_slot"));
  static final Field<Integer> SLOT_WORKSPACE =
      field(name("schedule_slot", "workspace_id"), Integer.class);
  static final Field<Long> SLOT_CAMPAIGN = field(name("schedule_slot", "campaign_id"), Long.class);
  static final Field<Instant> SLOT_START = instant("schedule_slot", "slot");
  static final Field<String> STATE = field(name("schedule_slot", "state"), String.class);
  static final Field<Long> RUN = field(name("schedule_slot", "run_id"), Long.class);
  static final Field<String> REASON = field(name("schedule_slot", "reason"), String.class);
  static final Field<Instant> AT = instant("schedule_slot", "at");

  private ScheduleTables() {}

  private static Field<Instant> instant(String table, String column) {
    return field(name(table, column), SQLDataType.INSTANT(6));
  }
}
