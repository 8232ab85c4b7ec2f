package io.sluice.engine.analysis;

/**
 * How many people came close to buying in the window.
 *
 * @param placedUnpaid who placed an order that is not paid
 */
public record Intent(int placedUnpaid) {}
