package io.sluice.engine.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;

/**
 * Several actions together. Orders, buyers and conversions are counted once, whatever actions they
 * count under; contacts, clicks and costs are added up. People left alone by a control node are in
 * none of it.
 *
 * @param entered how many people entered
 * @param people for how many people at least one action was done
 * @param reached how many messages reached a person
 * @param clicks how many of them were clicked
 * @param conversions how many people reached the goal, or bought where there is none
 * @param ctr clicks by reached
 * @param cvr conversions by clicks
 * @param sales what the people bought
 * @param cost what it cost
 * @param roi amount by cost
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Total(
    int entered,
    int people,
    int reached,
    int clicks,
    int conversions,
    BigDecimal ctr,
    BigDecimal cvr,
    Sales sales,
    BigDecimal cost,
    BigDecimal roi) {

  static Total of(List<Response> responses, int entered, int people, int conversions, Sales sales) {
    int reached = responses.stream().mapToInt(Response::reached).sum();
    int clicks = responses.stream().mapToInt(Response::clicks).sum();
    BigDecimal cost =
        responses.stream().map(Response::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Total(
        entered,
        people,
        reached,
        clicks,
        conversions,
        Quotient.of(clicks, reached),
        Quotient.of(conversions, clicks),
        sales,
        cost,
        Quotient.of(sales.amount(), cost));
  }
}
