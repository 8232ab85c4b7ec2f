package io.sluice.engine.alert;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.time.Instant;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The tables of alerts, contacts and what these are told. */
final class AlertTables {
  static final Table<Record> ALERT = table(name("alert"));
  static final Field<Integer> WORKSPACE = field(name("alert", "workspace_id"), Integer.class);
  static final Field<Long> ID = field(name("alert", "id"), Long.class);
  static final Field<String> CAUSE = field(name("alert", "cause"), String.class);
  static final Field<String> KIND = field(name("alert", "kind"), String.class);
  static final Field<Long> CAMPAIGN = field(name("alert", "campaign_id"), Long.class);
  static final Field<Long> RUN = field(name("alert", "run_id"), Long.class);
  static final Field<String> NODE = field(name("alert", "node_id"), String.class);
  static final Field<String> MESSAGE = field(name("alert", "message"), String.class);
  static final Field<Instant> SINCE = instant("alert", "since");
  static final Field<Instant> SEEN = instant("alert", "seen_at");
  static final Field<Instant> ENDED = instant("alert", "ended_at");
  static final Field<Instant> ACKNOWLEDGED = instant("alert", "acknowledged_at");
  static final Field<Instant> TOLD = instant("alert", "told_at");
  static final Field<Integer> TIMES_TOLD = field(name("alert", "times_told"), Integer.class);

  static final List<Field<?>> ALERT_FIELDS =
      List.of(
          WORKSPACE,
          ID,
          KIND,
          CAMPAIGN,
          RUN,
          NODE,
          MESSAGE,
          SINCE,
          SEEN,
          ENDED,
          ACKNOWLEDGED,
          TOLD,
          TIMES_TOLD);

  static final Table<Record> CONTACT = table(name("alert_contact"));
  static final Field<Integer> CONTACT_WORKSPACE =
      field(name("alert_contact", "workspace_id"), Integer.class);
  static final Field<Long> CONTACT_CAMPAIGN =
      field(name("alert_contact", "campaign_id"), Long.class);
  static final Field<Integer> CONTACT_NUMBER =
      field(name("alert_contact", "number"), Integer.class);
  static final Field<String> CONTACT_KIND = field(name("alert_contact", "kind"), String.class);
  static final Field<String> CONTACT_ADDRESS =
      field(name("alert_contact", "address"), String.class);
  static final Field<String> CONTACT_ROBOT = field(name("alert_contact", "robot"), String.class);
  static final Field<String> CONTACT_NAME = field(name("alert_contact", "name"), String.class);

  static final Table<Record> NOTICE = table(name("alert_notice"));
  static final Field<Integer> NOTICE_WORKSPACE =
      field(name("alert_notice", "workspace_id"), Integer.class);
  static final Field<Long> NOTICE_ID = field(name("alert_notice", "id"), Long.class);
  static final Field<Long> NOTICE_ALERT = field(name("alert_notice", "alert_id"), Long.class);
  static final Field<String> NOTICE_KIND = field(name("alert_notice", "kind"), String.class);
  static final Field<String> NOTICE_ADDRESS = field(name("alert_notice", "address"), String.class);
  static final Field<String> NOTICE_ROBOT = field(name("alert_notice", "robot"), String.class);
  static final Field<String> STATE = field(name("alert_notice", "state"), String.class);
  static final Field<Integer> TRIES = field(name("alert_notice", "tries"), Integer.class);
  static final Field<Instant> NEXT_TRY = instant("alert_notice", "next_try_at");
  static final Field<String> REASON = field(name("alert_notice", "reason"), String.class);

  private AlertTables() {}

  private static Field<Instant> instant(String table, String column) {
    return field(name(table, column), SQLDataType.INSTANT(6));
  }
}
