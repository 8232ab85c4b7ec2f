package io.sluice.engine.reward.offer;

import io.sluice.engine.reward.offer.OfferTerms.Benefit;
import io.sluice.engine.reward.offer.OfferTerms.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Prices one cart for one member: offers for single items add up, of those for the whole order only
 * the best for the customer counts, at the prices that the items have by then.
 */
final class CartPricing {
  private final Cart cart;
  private final Instant at;
  private final ItemPrices prices;
  private final List<PricedCart.AppliedOffer> applied = new ArrayList<>();
  private final List<PricedCart.OfferNotApplied> notApplied = new ArrayList<>();
  private BigDecimal discount = BigDecimal.ZERO.setScale(2);
  private BigDecimal shipping;
  private BigDecimal pointsMultiplier = BigDecimal.ONE;

  private CartPricing(Cart cart, Instant at) {
    this.cart = cart;
    this.at = at;
    this.prices = new ItemPrices(cart);
    this.shipping = cart.shipping().setScale(2, RoundingMode.HALF_UP);
  }

  /** The prices at an instant. */
  static PricedCart price(Cart cart, List<MarkedOffer> offers, Instant at) {
    return new CartPricing(cart, at).price(offers);
  }

  private PricedCart price(List<MarkedOffer> offers) {
    List<MarkedOffer> open = offers.stream().filter(this::counts).toList();
    open.stream()
        .filter(marked -> !marked.offer().terms().kind().ofOrder())
        .sorted(Comparator.comparing(MarkedOffer::offer, ItemPrices.ORDER))
        .forEach(this::applyToItems);
    applyBest(
        open.stream()
            .map(MarkedOffer::offer)
            .filter(offer -> offer.terms().kind().ofOrder())
            .filter(this::reaches)
            .map(offer -> new Candidate(offer, worth(offer.terms())))
            .filter(this::gives)
            .toList());
    List<PricedCart.PricedLine> lines =
        IntStream.range(0, cart.lines().size()).mapToObj(this::line).toList();
    BigDecimal subtotal =
        lines.stream().map(PricedCart.PricedLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    return new PricedCart(
        lines,
        subtotal,
        discount,
        shipping,
        subtotal.subtract(discount).add(shipping),
        pointsMultiplier,
        List.copyOf(applied),
        List.copyOf(notApplied));
  }

  private boolean counts(MarkedOffer marked) {
    Optional<PricedCart.OfferNotApplied> refusal = marked.refusal(at);
    refusal.ifPresent(notApplied::add);
    return refusal.isEmpty()
        && (!prices.covered(marked.offer().terms()).isEmpty()
            || no(
                marked.offer(),
                "not-in-cart",
                "Nothing in the cart is among its products and categories."));
  }

  private void applyToItems(MarkedOffer marked) {
    Offer offer = marked.offer();
    if (!offer.terms().benefit().lowersPrices()) {
      give(offer, BigDecimal.ZERO);
      return;
    }
    ItemPrices.Lowered lowered = prices.lower(offer, marked.left());
    if (lowered.items() == 0) {
      no(offer, "no-saving", "The items cost no more than that already.");
    } else {
      applied(offer, lowered.items(), lowered.saving());
    }
  }

  private boolean reaches(Offer offer) {
    List<ItemPrices.Part> covered = prices.covered(offer.terms());
    boolean byItems = offer.terms().kind() == Kind.SPEND_ITEMS;
    BigDecimal reached =
        byItems ? BigDecimal.valueOf(ItemPrices.items(covered)) : ItemPrices.sum(covered);
    return reached.compareTo(offer.terms().threshold()) >= 0
        || no(
            offer,
            byItems ? "too-few-items" : "below-threshold",
            "It counts from %s on, and the cart has %s."
                .formatted(
                    offer.terms().threshold().stripTrailingZeros().toPlainString(), reached));
  }

  private record Candidate(Offer offer, BigDecimal worth) {}

  private BigDecimal worth(OfferTerms terms) {
    return switch (terms.benefit()) {
      case FREE_SHIPPING -> shipping;
      case GIFT, POINTS -> terms.worth();
      default ->
          terms.saving(ItemPrices.sum(prices.covered(terms))).setScale(2, RoundingMode.HALF_UP);
    };
  }

  private boolean gives(Candidate candidate) {
    Benefit benefit = candidate.offer().terms().benefit();
    return candidate.worth().signum() > 0
        || benefit == Benefit.GIFT
        || benefit == Benefit.POINTS
        || no(candidate.offer(), "no-saving", "It takes nothing off this cart.");
  }

  private void applyBest(List<Candidate> candidates) {
    candidates.stream()
        .min(
            Comparator.comparing(Candidate::worth)
                .reversed()
                .thenComparing(candidate -> candidate.offer().key()))
        .ifPresent(
            best -> {
              give(best.offer(), best.worth());
              for (Candidate other : candidates) {
                if (other != best) {
                  no(
                      other.offer(),
                      "better-offer",
                      "The offer '%s' is better, and only one counts for an order."
                          .formatted(best.offer().key()));
                }
              }
            });
  }

  private void give(Offer offer, BigDecimal worth) {
    BigDecimal saving = BigDecimal.ZERO;
    switch (offer.terms().benefit()) {
      case FREE_SHIPPING -> {
        saving = shipping;
        shipping = BigDecimal.ZERO.setScale(2);
      }
      case POINTS -> pointsMultiplier = pointsMultiplier.multiply(offer.terms().value());
      case GIFT -> {
        // What is given along takes nothing off.
      }
      default -> {
        saving = worth;
        discount = discount.add(worth);
      }
    }
    applied(offer, 1, saving);
  }

  private void applied(Offer offer, int quantity, BigDecimal saving) {
    applied.add(
        new PricedCart.AppliedOffer(
            offer.key(),
            offer.name(),
            offer.terms().kind().ofOrder() ? "order" : "item",
            offer.terms().benefit().key(),
            quantity,
            saving.setScale(2, RoundingMode.HALF_UP),
            offer.terms().gift().orElse(null)));
  }

  private boolean no(Offer offer, String code, String reason) {
    notApplied.add(PricedCart.OfferNotApplied.of(offer, code, reason));
    return false;
  }

  private PricedCart.PricedLine line(int index) {
    Cart.Line line = cart.lines().get(index);
    List<ItemPrices.Part> parts = prices.of(index);
    return new PricedCart.PricedLine(
        line.product(),
        line.quantity(),
        ItemPrices.sum(parts),
        parts.stream()
            .map(part -> new PricedCart.PricedItems(part.quantity(), part.price(), part.offers()))
            .toList());
  }
}
