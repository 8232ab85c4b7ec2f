package io.sluice.engine.analysis;

/**
 * How people came close to buying in the window.
 *
 * @param enquiries how often they enquired
 * @param enquired how many people enquired
 * @param addedToCart how many put something into the cart
 * @param favourited how many marked something as a favourite
 * @param placedUnpaid how many placed an order that is not paid
 */
public record Intent(
    int enquiries, int enquired, int addedToCart, int favourited, int placedUnpaid) {}
