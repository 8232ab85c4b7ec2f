package io.sluice.engine.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;

/**
 * What people did with an action, and what it cost.
 *
 * @param reached how many people it reached: done, and no bounce or failure was told later
 * @param clicks how many of them followed a link
 * @param conversions how many people for whom it was done reached the goal, or bought where the
 *     campaign has none
 * @param conversionRate conversions by people for whom it was done
 * @param ctr clicks by reached
 * @param cvr conversions by clicks
 * @param cost what it cost
 * @param roi the amount that people paid in the window, by the cost
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Response(
    int reached,
    int clicks,
    int conversions,
    BigDecimal conversionRate,
    BigDecimal ctr,
    BigDecimal cvr,
    BigDecimal cost,
    BigDecimal roi) {

  static Response of(
      int sent, int reached, int clicks, int conversions, BigDecimal cost, BigDecimal amount) {
    return new Response(
        reached,
        clicks,
        conversions,
        Quotient.of(conversions, sent),
        Quotient.of(clicks, reached),
        Quotient.of(conversions, clicks),
        cost,
        Quotient.of(amount, cost));
  }
}
