package io.sluice.node;

import java.math.BigDecimal;

/**
 * How a pool of codes of somebody else stands at one instant.
 *
 * @param open whether codes can be given: it is not closed, and its codes have not expired
 * @param left how many codes can still be given
 * @param unitCost what one code costs, in the currency of the workspace
 */
public record CodePool(boolean open, long left, BigDecimal unitCost) {}
