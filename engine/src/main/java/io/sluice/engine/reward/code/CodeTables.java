package io.sluice.engine.reward.code;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.math.BigDecimal;
import java.time.Instant;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The tables of pools of codes. */
final class CodeTables {
  static final Table<Record> POOL = table(name("code_pool"));
  static final Field<Integer> POOL_WORKSPACE = pool("workspace_id", Integer.class);
  static final Field<Integer> POOL_ID = pool("id", Integer.class);
  static final Field<String> POOL_KEY = pool("pool_key", String.class);
  static final Field<String> POOL_NAME = pool("name", String.class);
  static final Field<BigDecimal> UNIT_COST = pool("unit_cost", BigDecimal.class);
  static final Field<Instant> VALID_UNTIL =
      field(name("code_pool", "valid_until"), SQLDataType.INSTANT(6));
  static final Field<Boolean> CLOSED = pool("closed", Boolean.class);
  static final Field<Long> NEXT_SERIAL = pool("next_serial", Long.class);
  static final Field<Long> NEXT_GIVEN = pool("next_given", Long.class);
  static final Field<Integer> LONGEST = pool("longest", Integer.class);

  static final Table<Record> CODES = table(name("benefit_code"));
  static final Field<Integer> CODE_WORKSPACE =
      field(name("benefit_code", "workspace_id"), Integer.class);
  static final Field<Integer> CODE_POOL = field(name("benefit_code", "pool_id"), Integer.class);
  static final Field<Long> CODE_SERIAL = field(name("benefit_code", "serial"), Long.class);
  static final Field<String> CODE = field(name("benefit_code", "code"), String.class);

  static final Table<Record> GRANT = table(name("code_grant"));
  static final Field<Integer> GRANT_WORKSPACE = grant("workspace_id", Integer.class);
  static final Field<Long> GRANT_ID = grant("id", Long.class);
  static final Field<Integer> GRANT_POOL = grant("pool_id", Integer.class);
  static final Field<String> CAUSE = grant("cause", String.class);
  static final Field<String> NOTE = grant("note", String.class);
  static final Field<Long> RUN = grant("run_id", Long.class);
  static final Field<String> NODE = grant("node_id", String.class);
  static final Field<Long> COHORT = grant("cohort_id", Long.class);
  static final Field<Instant> GRANT_AT = field(name("code_grant", "at"), SQLDataType.INSTANT(6));

  static final Table<Record> GIVEN = table(name("benefit_code_given"));
  static final Field<Integer> WORKSPACE = given("workspace_id", Integer.class);
  static final Field<Integer> GIVEN_POOL = given("pool_id", Integer.class);
  static final Field<Long> SERIAL = given("serial", Long.class);
  static final Field<Long> GIVEN_GRANT = given("grant_id", Long.class);
  static final Field<Integer> MEMBER = given("member_id", Integer.class);

  private CodeTables() {}

  private static <T> Field<T> pool(String column, Class<T> type) {
    return field(name("code_pool", column), type);
  }

  private static <T> Field<T> grant(String column, Class<T> type) {
    return field(name("code_grant", column), type);
  }

  private static <T> Field<T> given(String column, Class<T> type) {
    return field(name("benefit_code_given", column), type);
  }
}
