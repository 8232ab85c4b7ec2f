package io.sluice.engine.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;

/**
 * What people bought in a window; paid orders.
 *
 * @param orders how many orders
 * @param buyers how many people paid at least one
 * @param items how many items
 * @param amount what was paid for them, in the currency of the workspace
 * @param itemsPerBuyer items by buyers; null without buyers
 * @param amountPerBuyer amount by buyers; null without buyers
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Sales(
    int orders,
    int buyers,
    long items,
    BigDecimal amount,
    BigDecimal itemsPerBuyer,
    BigDecimal amountPerBuyer) {}
