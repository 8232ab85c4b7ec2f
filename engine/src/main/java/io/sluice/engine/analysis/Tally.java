package io.sluice.engine.analysis;

import io.sluice.node.Audience;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;

/** Adds up the orders of people, each order once. */
final class Tally {
  private final OrderScope scope;
  private final List<Part> parts;
  private final BitSet buyers = new BitSet();
  private final BitSet watchedBuyers = new BitSet();
  private final IntentTally intent = new IntentTally();
  private int orders;
  private long items;
  private BigDecimal amount = BigDecimal.ZERO;

  Tally(OrderScope scope, List<Part> parts) {
    this.scope = scope;
    this.parts = List.copyOf(parts);
  }

  OrderScope scope() {
    return scope;
  }

  List<Part> parts() {
    return parts;
  }

  /** An order that was paid. */
  void paid(int member, Instant at, long itemsOfIt, BigDecimal amountOfIt) {
    boolean counts = false;
    for (Part part : parts) {
      counts |= part.counts(member, at);
      if (part.watches(member, at)) {
        watchedBuyers.set(member);
      }
    }
    if (counts) {
      orders++;
      items += itemsOfIt;
      amount = amount.add(amountOfIt);
      buyers.set(member);
    }
  }

  /** An order that was placed and is not paid. */
  void placed(int member, Instant at) {
    if (counts(member, at)) {
      intent.placed(member);
    }
  }

  /** An event that tells of an intent to buy. */
  void showed(int member, Instant at, String type) {
    if (counts(member, at)) {
      intent.did(member, type);
    }
  }

  private boolean counts(int member, Instant at) {
    return parts.stream().anyMatch(part -> part.counts(member, at));
  }

  Sales sales() {
    int customers = buyers.cardinality();
    return new Sales(
        orders,
        customers,
        items,
        amount.stripTrailingZeros(),
        Quotient.of(items, customers),
        Quotient.of(amount, customers));
  }

  Audience buyers() {
    return Audience.collect(buyers.stream());
  }

  Audience watchedBuyers() {
    return Audience.collect(watchedBuyers.stream());
  }

  Audience placedUnpaid() {
    return intent.placedUnpaid();
  }

  Intent intent() {
    return intent.intent();
  }
}
