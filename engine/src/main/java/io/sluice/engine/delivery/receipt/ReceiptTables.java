package io.sluice.engine.delivery.receipt;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.time.Instant;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The table of receipts as they came in. */
final class ReceiptTables {
  static final Table<Record> RECEIPT = table(name("receipt"));
  static final Field<Integer> WORKSPACE = field(name("receipt", "workspace_id"), Integer.class);
  static final Field<String> GATEWAY = field(name("receipt", "gateway"), String.class);
  static final Field<String> EVENT_ID = field(name("receipt", "event_id"), String.class);
  static final Field<String> KIND = field(name("receipt", "kind"), String.class);
  static final Field<String> EFFECT = field(name("receipt", "effect"), String.class);
  static final Field<String> REFERENCE = field(name("receipt", "reference"), String.class);
  static final Field<String> ADDRESS = field(name("receipt", "address"), String.class);
  static final Field<String> CONTENT = field(name("receipt", "content"), String.class);
  static final Field<Instant> AT = field(name("receipt", "at"), SQLDataType.INSTANT(6));
  static final Field<Instant> RECEIVED_AT =
      field(name("receipt", "received_at"), SQLDataType.INSTANT(6));
  static final Field<String> STATE = field(name("receipt", "state"), String.class);
  static final Field<Instant> DUE_AT = field(name("receipt", "due_at"), SQLDataType.INSTANT(6));

  private ReceiptTables() {}
}
