package io.sluice.engine.event;

import io.sluice.engine.importing.CsvRow;
import java.time.Instant;
import java.util.Map;

/**
 * What a row of an orders file says.
 *
 * @param reached the instants it gives, by status
 * @param presale null where it does not say
 * @param lineKey the key of the line within its order; null for a row that is about the order only
 * @param line the line; null likewise
 */
record OrderSaid(
    CsvRow row,
    String order,
    String member,
    Map<OrderStatus, Instant> reached,
    Boolean presale,
    String lineKey,
    OrderRow.OrderLine line) {}
