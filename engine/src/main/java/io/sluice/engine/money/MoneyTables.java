package io.sluice.engine.money;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.math.BigDecimal;
import java.time.Instant;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The tables of prices, balances and budgets. */
final class MoneyTables {
  static final Table<Record> PRICE_LIST = table(name("price_list"));
  static final Field<Integer> LIST_WORKSPACE =
      field(name("price_list", "workspace_id"), Integer.class);
  static final Field<String> CURRENCY = field(name("price_list", "currency"), String.class);

  static final Table<Record> PRICE = table(name("price"));
  static final Field<Integer> PRICE_WORKSPACE = field(name("price", "workspace_id"), Integer.class);
  static final Field<String> PRICE_CHANNEL = field(name("price", "channel"), String.class);
  static final Field<String> GATEWAY = field(name("price", "gateway"), String.class);
  static final Field<BigDecimal> UNIT_PRICE = amount("price", "unit_price");

  static final Table<Record> BALANCE = table(name("balance"));
  static final Field<Integer> BALANCE_WORKSPACE =
      field(name("balance", "workspace_id"), Integer.class);
  static final Field<String> BALANCE_CHANNEL = field(name("balance", "channel"), String.class);
  static final Field<Long> UNITS = field(name("balance", "units"), Long.class);

  static final Table<Record> BALANCE_ENTRY = table(name("balance_entry"));
  static final Field<Integer> UNITS_WORKSPACE =
      field(name("balance_entry", "workspace_id"), Integer.class);
  static final Field<String> UNITS_CHANNEL = field(name("balance_entry", "channel"), String.class);
  static final Field<String> UNITS_KIND = field(name("balance_entry", "kind"), String.class);
  static final Field<String> UNITS_CAUSE = field(name("balance_entry", "cause"), String.class);
  static final Field<Long> UNITS_ADDED = field(name("balance_entry", "units"), Long.class);
  static final Field<String> NOTE = field(name("balance_entry", "note"), String.class);
  static final Field<Instant> UNITS_AT = field(name("balance_entry", "at"), SQLDataType.INSTANT(6));

  static final Table<Record> BUDGET = table(name("budget"));
  static final Field<Integer> WORKSPACE = field(name("budget", "workspace_id"), Integer.class);
  static final Field<Long> CAMPAIGN = field(name("budget", "campaign_id"), Long.class);
  static final Field<BigDecimal> LIMIT = amount("budget", "limit_amount");
  static final Field<BigDecimal> RESERVED = amount("budget", "reserved");
  static final Field<BigDecimal> COMMITTED = amount("budget", "committed");
  static final Field<BigDecimal> RETURNED = amount("budget", "returned");
  static final Field<BigDecimal> SETTLED = amount("budget", "settled");
  static final Field<BigDecimal> EXCEEDED = amount("budget", "exceeded");

  static final Table<Record> RUN = table(name("budget_run"));
  static final Field<Integer> RUN_WORKSPACE =
      field(name("budget_run", "workspace_id"), Integer.class);
  static final Field<Long> RUN_CAMPAIGN = field(name("budget_run", "campaign_id"), Long.class);
  static final Field<Long> RUN_ID = field(name("budget_run", "run_id"), Long.class);
  static final Field<BigDecimal> RUN_AMOUNT = amount("budget_run", "amount");
  static final Field<BigDecimal> USED = amount("budget_run", "used");
  static final Field<Boolean> RELEASED = field(name("budget_run", "released"), Boolean.class);

  static final Table<Record> ENTRY = table(name("budget_entry"));
  static final Field<Integer> ENTRY_WORKSPACE =
      field(name("budget_entry", "workspace_id"), Integer.class);
  static final Field<Long> ENTRY_CAMPAIGN = field(name("budget_entry", "campaign_id"), Long.class);
  static final Field<String> KIND = field(name("budget_entry", "kind"), String.class);
  static final Field<String> CAUSE = field(name("budget_entry", "cause"), String.class);
  static final Field<Long> ENTRY_RUN = field(name("budget_entry", "run_id"), Long.class);
  static final Field<BigDecimal> AMOUNT = amount("budget_entry", "amount");
  static final Field<Instant> AT = field(name("budget_entry", "at"), SQLDataType.INSTANT(6));

  private MoneyTables() {}

  private static Field<BigDecimal> amount(String table, String column) {
    return field(name(table, column), BigDecimal.class);
  }
}
