package io.sluice.engine.delivery.sending;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The tables of deliveries, their batches and the ledger. */
public final class DeliveryTables {
  static final Table<Record> DELIVERY = table(name("delivery"));
  static final Field<Integer> WORKSPACE = field(name("delivery", "workspace_id"), Integer.class);
  static final Field<Long> RUN = field(name("delivery", "run_id"), Long.class);
  static final Field<Long> COHORT = field(name("delivery", "cohort_id"), Long.class);
  static final Field<String> NODE = field(name("delivery", "node_id"), String.class);
  static final Field<Long> ENTRY = field(name("delivery", "entry"), Long.class);
  static final Field<Long> CAMPAIGN = field(name("delivery", "campaign_id"), Long.class);
  static final Field<Long> SEEN_VERSION = field(name("delivery", "data_version"), Long.class);
  static final Field<Instant> AS_OF = instant("delivery", "as_of");
  static final Field<String> STATE = field(name("delivery", "state"), String.class);
  static final Field<String> HELD_BY = field(name("delivery", "held_by"), String.class);
  static final Field<String> CONTENT = field(name("delivery", "message"), String.class);
  static final Field<String> GIVERS = field(name("delivery", "givers"), String.class);
  static final Field<String> LISTS = field(name("delivery", "lists"), String.class);
  static final Field<Instant> CREATED = instant("delivery", "created_at");
  static final Field<Instant> FINISHED = instant("delivery", "finished_at");

  static final Table<Record> BATCH = table(name("delivery_batch"));
  static final Field<Integer> BATCH_WORKSPACE =
      field(name("delivery_batch", "workspace_id"), Integer.class);
  static final Field<Long> BATCH_RUN = field(name("delivery_batch", "run_id"), Long.class);
  static final Field<Long> BATCH_COHORT = field(name("delivery_batch", "cohort_id"), Long.class);
  static final Field<String> BATCH_NODE = field(name("delivery_batch", "node_id"), String.class);
  static final Field<Integer> NUMBER = field(name("delivery_batch", "number"), Integer.class);
  static final Field<String> CHANNEL = field(name("delivery_batch", "channel"), String.class);
  static final Field<String> GATEWAY = field(name("delivery_batch", "gateway"), String.class);
  static final Field<Integer> VARIANT = field(name("delivery_batch", "variant"), Integer.class);
  static final Field<String> BATCH_STATE = field(name("delivery_batch", "state"), String.class);
  static final Field<Instant> DUE = instant("delivery_batch", "due_at");
  static final Field<Integer> MEMBERS = field(name("delivery_batch", "members"), Integer.class);
  static final Field<String> HASH = field(name("delivery_batch", "hash"), String.class);
  static final Field<Integer> UP_TO =
      field(name("delivery_batch", "authorized_upto"), Integer.class);
  static final Field<Instant> AUTHORIZED = instant("delivery_batch", "authorized_at");
  static final Field<String> OWNER = field(name("delivery_batch", "owner"), String.class);
  static final Field<Integer> ATTEMPT = field(name("delivery_batch", "attempt"), Integer.class);
  static final Field<Instant> LEASE = instant("delivery_batch", "lease_until");
  static final Field<String> TROUBLE = field(name("delivery_batch", "trouble"), String.class);
  static final Field<String> TROUBLE_TEXT =
      field(name("delivery_batch", "trouble_text"), String.class);
  static final Field<Instant> TROUBLE_SINCE = instant("delivery_batch", "trouble_since");
  static final Field<Integer> TROUBLES = field(name("delivery_batch", "troubles"), Integer.class);

  /** The ledger: one row per person and message node, written at the outcome. */
  public static final Table<Record> MESSAGE = table(name("message"));

  public static final Field<Integer> MESSAGE_WORKSPACE =
      field(name("message", "workspace_id"), Integer.class);
  public static final Field<Long> MESSAGE_RUN = field(name("message", "run_id"), Long.class);
  public static final Field<String> MESSAGE_NODE = field(name("message", "node_id"), String.class);
  public static final Field<Integer> MESSAGE_MEMBER =
      field(name("message", "member_id"), Integer.class);
  public static final Field<Long> MESSAGE_ENTRY = field(name("message", "entry"), Long.class);
  public static final Field<Long> MESSAGE_COHORT = field(name("message", "cohort_id"), Long.class);
  public static final Field<String> MESSAGE_CHANNEL =
      field(name("message", "channel"), String.class);
  public static final Field<String> MESSAGE_GATEWAY =
      field(name("message", "gateway"), String.class);
  public static final Field<String> OUTCOME = field(name("message", "outcome"), String.class);
  public static final Field<String> REASON = field(name("message", "reason"), String.class);
  public static final Field<String> ADDRESS = field(name("message", "address"), String.class);
  public static final Field<Integer> UNITS = field(name("message", "units"), Integer.class);
  public static final Field<BigDecimal> COST = field(name("message", "cost"), BigDecimal.class);
  public static final Field<Instant> AT = instant("message", "at");

  static final List<Field<?>> MESSAGE_FIELDS =
      List.of(
          MESSAGE_WORKSPACE,
          MESSAGE_RUN,
          MESSAGE_NODE,
          MESSAGE_MEMBER,
          MESSAGE_ENTRY,
          MESSAGE_COHORT,
          MESSAGE_CHANNEL,
          MESSAGE_GATEWAY,
          OUTCOME,
          REASON,
          ADDRESS,
          UNITS,
          COST,
          AT);

  private DeliveryTables() {}

  private static Field<Instant> instant(String table, String column) {
    return field(name(table, column), SQLDataType.INSTANT(6));
  }
}
