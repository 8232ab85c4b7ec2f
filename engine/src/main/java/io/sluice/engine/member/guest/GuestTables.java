package io.sluice.engine.member.guest;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.time.Instant;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The tables of imported lists and of the guests on them. */
public final class GuestTables {
  public static final Table<Record> GUEST = table(name("guest"));
  public static final Field<Integer> WORKSPACE =
      field(name("guest", "workspace_id"), Integer.class);
  public static final Field<Integer> ID = field(name("guest", "id"), Integer.class);
  public static final Field<String> CHANNEL = field(name("guest", "channel"), String.class);
  public static final Field<String> ADDRESS = field(name("guest", "address"), String.class);
  public static final Field<String> ADDRESS_KEY = field(name("guest", "address_key"), String.class);
  public static final Field<String> HASH = field(name("guest", "address_hash"), String.class);
  public static final Field<Instant> IMPORTED_AT =
      field(name("guest", "imported_at"), SQLDataType.INSTANT(6));
  public static final Field<Instant> ERASED_AT =
      field(name("guest", "erased_at"), SQLDataType.INSTANT(6));

  static final Table<Record> LIST = table(name("imported_list"));
  static final Field<Integer> LIST_WORKSPACE =
      field(name("imported_list", "workspace_id"), Integer.class);
  static final Field<String> LIST_KEY = field(name("imported_list", "list_key"), String.class);
  static final Field<String> LIST_CHANNEL = field(name("imported_list", "channel"), String.class);
  static final Field<String> BASIS = field(name("imported_list", "basis"), String.class);
  static final Field<String> WORDING = field(name("imported_list", "wording"), String.class);
  static final Field<String> SOURCE = field(name("imported_list", "source"), String.class);
  static final Field<Instant> CONSENT_AT =
      field(name("imported_list", "consent_at"), SQLDataType.INSTANT(6));
  static final Field<String> COLUMNS = field(name("imported_list", "columns"), String.class);
  static final Field<Instant> CREATED_AT =
      field(name("imported_list", "created_at"), SQLDataType.INSTANT(6));

  static final Table<Record> ROW = table(name("imported_list_row"));
  static final Field<Integer> ROW_WORKSPACE =
      field(name("imported_list_row", "workspace_id"), Integer.class);
  static final Field<String> ROW_LIST = field(name("imported_list_row", "list_key"), String.class);
  static final Field<Integer> ROW_MEMBER =
      field(name("imported_list_row", "member_id"), Integer.class);
  static final Field<String> CONTENT = field(name("imported_list_row", "content"), String.class);

  static final Table<Record> OPT_OUT = table(name("opt_out"));
  static final Field<Integer> OUT_WORKSPACE = field(name("opt_out", "workspace_id"), Integer.class);
  static final Field<String> OUT_CHANNEL = field(name("opt_out", "channel"), String.class);
  static final Field<String> OUT_HASH = field(name("opt_out", "address_hash"), String.class);

  private GuestTables() {}
}
