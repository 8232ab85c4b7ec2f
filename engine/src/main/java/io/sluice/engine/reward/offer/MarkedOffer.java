package io.sluice.engine.reward.offer;

import java.time.Instant;
import java.util.Optional;

/**
 * An offer for which a member is marked.
 *
 * @param hadBefore how many of it the member had
 */
record MarkedOffer(Offer offer, long hadBefore) {
  /** How many the member can still have. */
  long left() {
    return offer.leftFor(hadBefore);
  }

  /** Why the member cannot have it at an instant, whatever is in the cart; empty where they can. */
  Optional<PricedCart.OfferNotApplied> refusal(Instant at) {
    if (offer.closed()) {
      return no("closed", "The offer is closed.");
    }
    if (!offer.hasBegun(at)) {
      return no("not-begun", "The offer begins at " + offer.validFrom().orElseThrow() + ".");
    }
    if (offer.isOver(at)) {
      return no("over", "The offer ended at " + offer.validUntil().orElseThrow() + ".");
    }
    if (offer.left() == 0) {
      return no("out-of-stock", "All of it was had.");
    }
    return left() == 0
        ? no("per-person-limit", "The member had as many as one person can have.")
        : Optional.empty();
  }

  private Optional<PricedCart.OfferNotApplied> no(String code, String reason) {
    return Optional.of(PricedCart.OfferNotApplied.of(offer, code, reason));
  }
}
