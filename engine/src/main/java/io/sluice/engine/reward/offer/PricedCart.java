package io.sluice.engine.reward.offer;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;

/** What a cart costs a member, and why. */
record PricedCart(
    List<PricedLine> lines,
    @Schema(description = "The sum of the lines") BigDecimal subtotal,
    @Schema(description = "What the offer of the whole order takes off") BigDecimal discount,
    BigDecimal shipping,
    @Schema(description = "subtotal - discount + shipping") BigDecimal total,
    @Schema(description = "By what the points of the order are multiplied")
        BigDecimal pointsMultiplier,
    List<AppliedOffer> applied,
    List<OfferNotApplied> notApplied) {

  /** A line at its price. */
  record PricedLine(String product, int quantity, BigDecimal amount, List<PricedItems> parts) {}

  /** Items of a line at one price, and the offers that lowered it. */
  record PricedItems(int quantity, BigDecimal unitPrice, List<String> offers) {}

  /** An offer that counts. */
  record AppliedOffer(
      String offer,
      String name,
      @Schema(description = "order or item") String level,
      String benefit,
      @Schema(description = "How many items have it, or 1; to be recorded with the order")
          int quantity,
      @Schema(description = "What it takes off") BigDecimal saving,
      String gift) {}

  /** An offer for which the member is marked and that does not count, and why. */
  record OfferNotApplied(String offer, String name, String code, String reason) {
    static OfferNotApplied of(Offer offer, String code, String reason) {
      return new OfferNotApplied(offer.key(), offer.name(), code, reason);
    }
  }
}
