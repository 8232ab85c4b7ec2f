package io.sluice.engine.event;

import io.sluice.engine.importing.CsvRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/**
 * What a row of an orders file says.
 *
 * @param reached the instants it gives, by status
 * @param presale null where it does not say
 * @param coupon the code of the coupon with which it was paid; null for none
 * @param deduction what the coupon took off; null where it does not say
 * @param lineKey the key of the line within its order; null for a row that is about the order only
 * @param line the line; null likewise
 */
record OrderSaid(
    CsvRow row,
    String order,
    String member,
    Map<OrderStatus, Instant> reached,
    Boolean presale,
    String coupon,
    BigDecimal deduction,
    String lineKey,
    OrderRow.OrderLine line) {}
