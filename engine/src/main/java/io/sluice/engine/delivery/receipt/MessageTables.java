package io.sluice.engine.delivery.receipt;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.math.BigDecimal;
import java.time.Instant;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The parts of the ledger that receipts read and change, and what happened to its messages. */
final class MessageTables {
  static final Table<Record> MESSAGE = table(name("message"));
  static final Field<Integer> WORKSPACE = field(name("message", "workspace_id"), Integer.class);
  static final Field<Long> RUN = field(name("message", "run_id"), Long.class);
  static final Field<String> NODE = field(name("message", "node_id"), String.class);
  static final Field<Integer> MEMBER = field(name("message", "member_id"), Integer.class);
  static final Field<Long> ENTRY = field(name("message", "entry"), Long.class);
  static final Field<String> GATEWAY = field(name("message", "gateway"), String.class);
  static final Field<String> CHANNEL = field(name("message", "channel"), String.class);
  static final Field<String> OUTCOME = field(name("message", "outcome"), String.class);
  static final Field<String> REASON = field(name("message", "reason"), String.class);
  static final Field<String> ADDRESS = field(name("message", "address"), String.class);
  static final Field<Instant> AT = field(name("message", "at"), SQLDataType.INSTANT(6));

  static final Field<Long> COHORT = field(name("message", "cohort_id"), Long.class);
  static final Field<Integer> UNITS = field(name("message", "units"), Integer.class);
  static final Field<BigDecimal> COST = field(name("message", "cost"), BigDecimal.class);

  static final Table<Record> REFERENCE = table(name("message_reference"));
  static final Field<Integer> REFERENCE_WORKSPACE =
      field(name("message_reference", "workspace_id"), Integer.class);
  static final Field<String> REFERENCE_GATEWAY =
      field(name("message_reference", "gateway"), String.class);
  static final Field<String> REFERENCE_TEXT =
      field(name("message_reference", "reference"), String.class);
  static final Field<Long> REFERENCE_RUN = field(name("message_reference", "run_id"), Long.class);
  static final Field<String> REFERENCE_NODE =
      field(name("message_reference", "node_id"), String.class);
  static final Field<Integer> REFERENCE_MEMBER =
      field(name("message_reference", "member_id"), Integer.class);
  static final Field<Long> REFERENCE_ENTRY = field(name("message_reference", "entry"), Long.class);

  static final Table<Record> EVENT = table(name("message_event"));
  static final Field<Integer> EVENT_WORKSPACE =
      field(name("message_event", "workspace_id"), Integer.class);
  static final Field<Long> EVENT_RUN = field(name("message_event", "run_id"), Long.class);
  static final Field<String> EVENT_NODE = field(name("message_event", "node_id"), String.class);
  static final Field<Integer> EVENT_MEMBER =
      field(name("message_event", "member_id"), Integer.class);
  static final Field<Long> EVENT_ENTRY = field(name("message_event", "entry"), Long.class);
  static final Field<String> EVENT_KIND = field(name("message_event", "kind"), String.class);
  static final Field<Instant> EVENT_AT = field(name("message_event", "at"), SQLDataType.INSTANT(6));
  static final Field<String> EVENT_DETAIL = field(name("message_event", "detail"), String.class);

  static final Table<Record> DELIVERY = table(name("delivery"));
  static final Field<Long> DELIVERY_COHORT = field(name("delivery", "cohort_id"), Long.class);
  static final Field<Long> DELIVERY_CAMPAIGN = field(name("delivery", "campaign_id"), Long.class);
  static final Field<Integer> DELIVERY_WORKSPACE =
      field(name("delivery", "workspace_id"), Integer.class);
  static final Field<Long> DELIVERY_RUN = field(name("delivery", "run_id"), Long.class);
  static final Field<String> DELIVERY_NODE = field(name("delivery", "node_id"), String.class);
  static final Field<Long> DELIVERY_ENTRY = field(name("delivery", "entry"), Long.class);
  static final Field<Instant> DELIVERY_CREATED_AT =
      field(name("delivery", "created_at"), SQLDataType.INSTANT(6));

  private MessageTables() {}
}
