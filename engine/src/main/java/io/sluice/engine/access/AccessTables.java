package io.sluice.engine.access;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.time.Instant;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

final class AccessTables {
  static final Table<Record> USER = table(name("app_user"));
  static final Field<String> NAME = field(name("app_user", "name"), String.class);
  static final Field<String> PASSWORD = field(name("app_user", "password"), String.class);
  static final Field<Boolean> ADMINISTRATOR =
      field(name("app_user", "administrator"), Boolean.class);
  static final Field<Boolean> DISABLED = field(name("app_user", "disabled"), Boolean.class);
  static final Field<Instant> CREATED =
      field(name("app_user", "created_at"), SQLDataType.INSTANT(6));

  static final Table<Record> USER_ROLE = table(name("user_role"));
  static final Field<Integer> ROLE_WORKSPACE =
      field(name("user_role", "workspace_id"), Integer.class);
  static final Field<String> ROLE_USER = field(name("user_role", "user_name"), String.class);
  static final Field<String> ROLE = field(name("user_role", "role"), String.class);

  static final Table<Record> SESSION = table(name("user_session"));
  static final Field<String> TOKEN = field(name("user_session", "token"), String.class);
  static final Field<String> SESSION_USER = field(name("user_session", "user_name"), String.class);
  static final Field<Instant> BEGAN =
      field(name("user_session", "created_at"), SQLDataType.INSTANT(6));
  static final Field<Instant> SEEN = field(name("user_session", "seen_at"), SQLDataType.INSTANT(6));

  static final Table<Record> WORKSPACE = table(name("workspace"));
  static final Field<Integer> WORKSPACE_ID = field(name("workspace", "id"), Integer.class);
  static final Field<String> WORKSPACE_KEY =
      field(name("workspace", "workspace_key"), String.class);

  private AccessTables() {}
}
