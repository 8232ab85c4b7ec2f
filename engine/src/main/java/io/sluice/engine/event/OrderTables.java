package io.sluice.engine.event;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.math.BigDecimal;
import java.time.Instant;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The tables of orders and their lines. */
public final class OrderTables {
  public static final Table<Record> ORDERS = table(name("orders"));
  public static final Field<Integer> WORKSPACE =
      field(name("orders", "workspace_id"), Integer.class);
  public static final Field<Long> ID = field(name("orders", "id"), Long.class);
  public static final Field<String> KEY = field(name("orders", "order_key"), String.class);
  public static final Field<Integer> MEMBER = field(name("orders", "member_id"), Integer.class);
  public static final Field<Boolean> PRESALE = field(name("orders", "presale"), Boolean.class);
  public static final Field<Long> ITEMS = field(name("orders", "items"), Long.class);
  public static final Field<BigDecimal> AMOUNT = field(name("orders", "amount"), BigDecimal.class);

  public static final Table<Record> LINE = table(name("order_line"));
  public static final Field<Integer> LINE_WORKSPACE =
      field(name("order_line", "workspace_id"), Integer.class);
  public static final Field<Long> LINE_ORDER = field(name("order_line", "order_id"), Long.class);
  public static final Field<String> LINE_KEY = field(name("order_line", "line_key"), String.class);
  public static final Field<String> PRODUCT = field(name("order_line", "product"), String.class);
  public static final Field<String> CATEGORY = field(name("order_line", "category"), String.class);
  public static final Field<Long> LINE_ITEMS = field(name("order_line", "items"), Long.class);
  public static final Field<BigDecimal> LINE_AMOUNT =
      field(name("order_line", "amount"), BigDecimal.class);

  private OrderTables() {}

  /** The column of the instant at which an order reached a status. */
  public static Field<Instant> reachedAt(OrderStatus status) {
    return field(name("orders", status.key() + "_at"), SQLDataType.INSTANT(6));
  }
}
