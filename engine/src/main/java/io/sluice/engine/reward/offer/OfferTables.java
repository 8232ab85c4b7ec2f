package io.sluice.engine.reward.offer;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.math.BigDecimal;
import java.time.Instant;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The tables of offers. */
final class OfferTables {
  static final Table<Record> OFFER = table(name("discount_offer"));
  static final Field<Integer> OFFER_WORKSPACE = offer("workspace_id", Integer.class);
  static final Field<Integer> OFFER_ID = offer("id", Integer.class);
  static final Field<String> OFFER_KEY = offer("offer_key", String.class);
  static final Field<String> OFFER_NAME = offer("name", String.class);
  static final Field<String> KIND = offer("kind", String.class);
  static final Field<String> BENEFIT = offer("benefit", String.class);
  static final Field<BigDecimal> VALUE = offer("benefit_value", BigDecimal.class);
  static final Field<BigDecimal> MAX_DISCOUNT = offer("max_discount", BigDecimal.class);
  static final Field<String> GIFT = offer("gift", String.class);
  static final Field<BigDecimal> WORTH = offer("worth", BigDecimal.class);
  static final Field<BigDecimal> THRESHOLD = offer("threshold", BigDecimal.class);
  static final Field<String> PRODUCTS = offer("products", String.class);
  static final Field<String> CATEGORIES = offer("categories", String.class);
  static final Field<Instant> VALID_FROM = offerInstant("valid_from");
  static final Field<Instant> VALID_UNTIL = offerInstant("valid_until");
  static final Field<Long> QUANTITY = offer("quantity", Long.class);
  static final Field<Integer> PER_PERSON = offer("per_person", Integer.class);
  static final Field<Long> USED = offer("used", Long.class);
  static final Field<BigDecimal> EXPECTED_COST = offer("expected_cost", BigDecimal.class);
  static final Field<BigDecimal> EXPECTED_SHARE = offer("expected_share", BigDecimal.class);
  static final Field<Boolean> CLOSED = offer("closed", Boolean.class);

  static final Table<Record> USE = table(name("discount_use"));
  static final Field<Integer> WORKSPACE = use("workspace_id", Integer.class);
  static final Field<Integer> USE_OFFER = use("offer_id", Integer.class);
  static final Field<String> ORDER_KEY = use("order_key", String.class);
  static final Field<Integer> MEMBER = use("member_id", Integer.class);
  static final Field<Integer> USE_QUANTITY = use("quantity", Integer.class);
  static final Field<Instant> USED_AT = useInstant("at");
  static final Field<Instant> TAKEN_BACK_AT = useInstant("taken_back_at");

  private OfferTables() {}

  private static <T> Field<T> offer(String column, Class<T> type) {
    return field(name("discount_offer", column), type);
  }

  private static Field<Instant> offerInstant(String column) {
    return field(name("discount_offer", column), SQLDataType.INSTANT(6));
  }

  private static <T> Field<T> use(String column, Class<T> type) {
    return field(name("discount_use", column), type);
  }

  private static Field<Instant> useInstant(String column) {
    return field(name("discount_use", column), SQLDataType.INSTANT(6));
  }
}
