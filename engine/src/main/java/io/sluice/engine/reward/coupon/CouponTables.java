package io.sluice.engine.reward.coupon;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.math.BigDecimal;
import java.time.Instant;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The tables of coupons. */
final class CouponTables {
  static final Table<Record> BATCH = table(name("coupon_batch"));
  static final Field<Integer> BATCH_WORKSPACE = batch("workspace_id", Integer.class);
  static final Field<Integer> BATCH_ID = batch("id", Integer.class);
  static final Field<String> BATCH_KEY = batch("batch_key", String.class);
  static final Field<String> BATCH_NAME = batch("name", String.class);
  static final Field<String> BATCH_KIND = batch("kind", String.class);
  static final Field<BigDecimal> FACE_VALUE = batch("face_value", BigDecimal.class);
  static final Field<BigDecimal> MAX_DEDUCTION = batch("max_deduction", BigDecimal.class);
  static final Field<BigDecimal> THRESHOLD = batch("threshold", BigDecimal.class);
  static final Field<String> ISSUE = batch("issue", String.class);
  static final Field<Long> STOCK = batch("stock", Long.class);
  static final Field<Integer> PER_PERSON = batch("per_person", Integer.class);
  static final Field<Instant> VALID_FROM = batchInstant("valid_from");
  static final Field<Instant> VALID_UNTIL = batchInstant("valid_until");
  static final Field<Integer> VALID_DAYS = batch("valid_days", Integer.class);
  static final Field<String> PRODUCTS = batch("products", String.class);
  static final Field<String> STORES = batch("stores", String.class);
  static final Field<BigDecimal> EXPECTED_ORDER = batch("expected_order", BigDecimal.class);
  static final Field<BigDecimal> EXPECTED_SHARE = batch("expected_share", BigDecimal.class);
  static final Field<Boolean> CLOSED = batch("closed", Boolean.class);
  static final Field<Long> NEXT_SERIAL = batch("next_serial", Long.class);
  static final Field<Long> NEXT_STOCK = batch("next_stock", Long.class);

  static final Table<Record> GRANT = table(name("coupon_grant"));
  static final Field<Integer> GRANT_WORKSPACE =
      field(name("coupon_grant", "workspace_id"), Integer.class);
  static final Field<Long> GRANT_ID = field(name("coupon_grant", "id"), Long.class);
  static final Field<Integer> GRANT_BATCH = field(name("coupon_grant", "batch_id"), Integer.class);
  static final Field<String> CAUSE = field(name("coupon_grant", "cause"), String.class);
  static final Field<String> NOTE = field(name("coupon_grant", "note"), String.class);
  static final Field<Long> RUN = field(name("coupon_grant", "run_id"), Long.class);
  static final Field<String> NODE = field(name("coupon_grant", "node_id"), String.class);
  static final Field<Long> COHORT = field(name("coupon_grant", "cohort_id"), Long.class);
  static final Field<Long> CAMPAIGN = field(name("coupon_grant", "campaign_id"), Long.class);
  static final Field<BigDecimal> POOL = field(name("coupon_grant", "pool"), BigDecimal.class);
  static final Field<Instant> LOOK_AT =
      field(name("coupon_grant", "look_at"), SQLDataType.INSTANT(6));
  static final Field<Instant> GRANT_AT = field(name("coupon_grant", "at"), SQLDataType.INSTANT(6));

  static final Table<Record> COUPON = table(name("coupon"));
  static final Field<Integer> WORKSPACE = coupon("workspace_id", Integer.class);
  static final Field<Integer> COUPON_BATCH = coupon("batch_id", Integer.class);
  static final Field<Long> SERIAL = coupon("serial", Long.class);
  static final Field<Long> COUPON_GRANT = coupon("grant_id", Long.class);
  static final Field<Integer> MEMBER = coupon("member_id", Integer.class);
  static final Field<String> CODE = coupon("code", String.class);
  static final Field<Long> STOCK_NUMBER = coupon("stock_number", Long.class);
  static final Field<Instant> OFFERED_AT = couponInstant("offered_at");
  static final Field<Instant> CLAIMED_AT = couponInstant("claimed_at");
  static final Field<Instant> EXPIRES_AT = couponInstant("expires_at");
  static final Field<Instant> USED_AT = couponInstant("used_at");
  static final Field<Instant> REVOKED_AT = couponInstant("revoked_at");
  static final Field<String> ORDER_KEY = coupon("order_key", String.class);
  static final Field<BigDecimal> ORDER_AMOUNT = coupon("order_amount", BigDecimal.class);
  static final Field<BigDecimal> DEDUCTION = coupon("deduction", BigDecimal.class);
  static final Field<BigDecimal> HELD = coupon("held", BigDecimal.class);

  static final Table<Record> SETTLEMENT = table(name("coupon_settlement"));
  static final Field<Integer> SETTLEMENT_WORKSPACE = settlement("workspace_id", Integer.class);
  static final Field<Integer> SETTLEMENT_BATCH = settlement("batch_id", Integer.class);
  static final Field<Long> SETTLEMENT_SERIAL = settlement("serial", Long.class);
  static final Field<Long> SETTLEMENT_CAMPAIGN = settlement("campaign_id", Long.class);
  static final Field<Long> SETTLEMENT_RUN = settlement("run_id", Long.class);
  static final Field<String> SETTLEMENT_NODE = settlement("node_id", String.class);
  static final Field<String> SETTLEMENT_ORDER = settlement("order_key", String.class);
  static final Field<BigDecimal> SETTLED = settlement("amount", BigDecimal.class);
  static final Field<Instant> SETTLED_AT =
      field(name("coupon_settlement", "at"), SQLDataType.INSTANT(6));
  static final Field<Instant> REVERSED_AT =
      field(name("coupon_settlement", "reversed_at"), SQLDataType.INSTANT(6));

  private CouponTables() {}

  private static <T> Field<T> batch(String column, Class<T> type) {
    return field(name("coupon_batch", column), type);
  }

  private static Field<Instant> batchInstant(String column) {
    return field(name("coupon_batch", column), SQLDataType.INSTANT(6));
  }

  private static <T> Field<T> settlement(String column, Class<T> type) {
    return field(name("coupon_settlement", column), type);
  }

  private static <T> Field<T> coupon(String column, Class<T> type) {
    return field(name("coupon", column), type);
  }

  private static Field<Instant> couponInstant(String column) {
    return field(name("coupon", column), SQLDataType.INSTANT(6));
  }
}
