package io.sluice.engine.reward.points;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.math.BigDecimal;
import java.time.Instant;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The tables of points. */
final class PointsTables {
  static final Table<Record> ACCOUNT = table(name("points_account"));
  static final Field<Integer> ACCOUNT_WORKSPACE =
      field(name("points_account", "workspace_id"), Integer.class);
  static final Field<Integer> ACCOUNT_ID = field(name("points_account", "id"), Integer.class);
  static final Field<String> ACCOUNT_KEY =
      field(name("points_account", "account_key"), String.class);
  static final Field<String> ACCOUNT_NAME = field(name("points_account", "name"), String.class);
  static final Field<BigDecimal> POINT_COST =
      field(name("points_account", "point_cost"), BigDecimal.class);
  static final Field<Long> EARN_POINTS = field(name("points_account", "earn_points"), Long.class);
  static final Field<BigDecimal> EARN_PER =
      field(name("points_account", "earn_per"), BigDecimal.class);
  static final Field<Instant> EARN_FROM =
      field(name("points_account", "earn_from"), SQLDataType.INSTANT(6));

  static final Table<Record> CHANGE = table(name("points_change"));
  static final Field<Integer> CHANGE_WORKSPACE =
      field(name("points_change", "workspace_id"), Integer.class);
  static final Field<Long> CHANGE_ID = field(name("points_change", "id"), Long.class);
  static final Field<Integer> CHANGE_ACCOUNT =
      field(name("points_change", "account_id"), Integer.class);
  static final Field<String> KIND = field(name("points_change", "kind"), String.class);
  static final Field<String> CAUSE = field(name("points_change", "cause"), String.class);
  static final Field<String> NOTE = field(name("points_change", "note"), String.class);
  static final Field<Instant> CHANGE_AT =
      field(name("points_change", "at"), SQLDataType.INSTANT(6));
  static final Field<Long> CHANGE_ORDER = field(name("points_change", "order_id"), Long.class);

  static final Table<Record> ENTRY = table(name("points_entry"));
  static final Field<Integer> WORKSPACE =
      field(name("points_entry", "workspace_id"), Integer.class);
  static final Field<Integer> ENTRY_ACCOUNT =
      field(name("points_entry", "account_id"), Integer.class);
  static final Field<Integer> MEMBER = field(name("points_entry", "member_id"), Integer.class);
  static final Field<Long> ENTRY_CHANGE = field(name("points_entry", "change_id"), Long.class);
  static final Field<Long> POINTS = field(name("points_entry", "points"), Long.class);
  static final Field<Instant> AT = field(name("points_entry", "at"), SQLDataType.INSTANT(6));

  private PointsTables() {}
}
