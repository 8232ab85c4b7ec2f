package io.sluice.node;

import java.math.BigDecimal;

/**
 * How an offer for which people can be marked stands at one instant.
 *
 * @param open whether people can be marked: it is not closed, and not over
 * @param expectedCost what one marked person is expected to cost, in the currency of the workspace
 * @param highestCost what one marked person costs at most, as far as that can be told
 */
public record DiscountOffer(boolean open, BigDecimal expectedCost, BigDecimal highestCost) {}
