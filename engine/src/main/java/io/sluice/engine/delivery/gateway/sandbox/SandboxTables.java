package io.sluice.engine.delivery.gateway.sandbox;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.time.Instant;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The tables of sandboxes. */
final class SandboxTables {
  static final Table<Record> MESSAGE = table(name("sandbox_message"));
  static final Field<Integer> WORKSPACE = integer("sandbox_message", "workspace_id");
  static final Field<Long> ID = number("sandbox_message", "id");
  static final Field<Long> LOT_ID = number("sandbox_message", "lot_id");
  static final Field<Integer> MEMBER = integer("sandbox_message", "member_id");
  static final Field<String> ADDRESS = text("sandbox_message", "address");
  static final Field<Integer> UNITS = integer("sandbox_message", "units");
  static final Field<String> CONTENT = text("sandbox_message", "content");

  static final Table<Record> LOT = table(name("sandbox_lot"));
  static final Field<Integer> LOT_WORKSPACE = integer("sandbox_lot", "workspace_id");
  static final Field<Long> ID_OF_LOT = number("sandbox_lot", "id");
  static final Field<String> GATEWAY = text("sandbox_lot", "gateway");
  static final Field<String> CHANNEL = text("sandbox_lot", "channel");
  static final Field<Long> RUN = number("sandbox_lot", "run_id");
  static final Field<String> NODE = text("sandbox_lot", "node_id");
  static final Field<Long> ENTRY = number("sandbox_lot", "entry");
  static final Field<String> SHARED_CONTENT = text("sandbox_lot", "content");
  static final Field<Instant> AT = instant("sandbox_lot", "at");

  static final Table<Record> EFFECT = table(name("sandbox_effect"));
  static final Field<Integer> EFFECT_WORKSPACE = integer("sandbox_effect", "workspace_id");
  static final Field<String> EFFECT_GATEWAY = text("sandbox_effect", "gateway");
  static final Field<String> EFFECT_KEY = text("sandbox_effect", "effect");
  static final Field<Instant> EFFECT_AT = instant("sandbox_effect", "at");

  private SandboxTables() {}

  private static Field<String> text(String table, String column) {
    return field(name(table, column), String.class);
  }

  private static Field<Integer> integer(String table, String column) {
    return field(name(table, column), Integer.class);
  }

  private static Field<Long> number(String table, String column) {
    return field(name(table, column), Long.class);
  }

  private static Field<Instant> instant(String table, String column) {
    return field(name(table, column), SQLDataType.INSTANT);
  }
}
