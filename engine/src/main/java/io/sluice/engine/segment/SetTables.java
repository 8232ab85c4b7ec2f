package io.sluice.engine.segment;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.sluice.node.SetRef;
import java.time.Instant;
import java.util.Locale;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The tables of kept sets. */
final class SetTables {
  static final Table<Record> SET = table(name("kept_set"));
  static final Field<Integer> SET_WORKSPACE =
      field(name("kept_set", "workspace_id"), Integer.class);
  static final Field<Integer> SET_ID = field(name("kept_set", "id"), Integer.class);
  static final Field<String> SET_KIND = field(name("kept_set", "kind"), String.class);
  static final Field<String> SET_KEY = field(name("kept_set", "set_key"), String.class);
  static final Field<Long> LAST_SEQ = field(name("kept_set", "last_seq"), Long.class);
  static final Field<Long> SNAPSHOT_SEQ = field(name("kept_set", "snapshot_seq"), Long.class);

  static final Table<Record> CHANGE = table(name("set_change"));
  static final Field<Integer> CHANGE_WORKSPACE =
      field(name("set_change", "workspace_id"), Integer.class);
  static final Field<Integer> CHANGE_SET = field(name("set_change", "set_id"), Integer.class);
  static final Field<Long> CHANGE_SEQ = field(name("set_change", "seq"), Long.class);
  static final Field<Instant> CHANGE_AT = field(name("set_change", "at"), SQLDataType.INSTANT(6));
  static final Field<String> CAUSE = field(name("set_change", "cause"), String.class);
  static final Field<String> CHANGE_KIND = field(name("set_change", "change"), String.class);
  static final Field<byte[]> AUDIENCE = field(name("set_change", "audience"), byte[].class);
  static final Field<Instant> EXPIRES_AT =
      field(name("set_change", "expires_at"), SQLDataType.INSTANT(6));
  static final Field<String> EVIDENCE = field(name("set_change", "evidence"), String.class);

  static final Table<Record> SNAPSHOT = table(name("set_snapshot"));
  static final Field<Integer> SNAPSHOT_WORKSPACE =
      field(name("set_snapshot", "workspace_id"), Integer.class);
  static final Field<Integer> SNAPSHOT_SET = field(name("set_snapshot", "set_id"), Integer.class);
  static final Field<Instant> SNAPSHOT_AT =
      field(name("set_snapshot", "at"), SQLDataType.INSTANT(6));
  static final Field<Long> UP_TO_SEQ = field(name("set_snapshot", "seq"), Long.class);
  static final Field<byte[]> STATE = field(name("set_snapshot", "state"), byte[].class);

  private SetTables() {}

  static String kind(SetRef.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
