package io.sluice.engine.reward.offer;

import io.sluice.engine.reward.offer.OfferTerms.Benefit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The prices of the items of one cart while offers lower them. A line falls into parts where an
 * offer is not for all of its items.
 */
final class ItemPrices {
  /** Special prices first, then percentages, then amounts: what is cheapest for the customer. */
  static final Comparator<Offer> ORDER =
      Comparator.<Offer>comparingInt(offer -> rank(offer.terms().benefit()))
          .thenComparing(
              offer ->
                  offer.terms().benefit() == Benefit.PRICE
                      ? offer.terms().value()
                      : BigDecimal.ZERO)
          .thenComparing(Offer::key);

  private final Cart cart;
  private final List<Part> parts = new ArrayList<>();

  ItemPrices(Cart cart) {
    this.cart = cart;
    for (int i = 0; i < cart.lines().size(); i++) {
      Cart.Line line = cart.lines().get(i);
      parts.add(new Part(i, line.quantity(), line.unitPrice(), List.of()));
    }
  }

  /**
   * Items of a line at one price.
   *
   * @param line the index of the line
   * @param offers the keys of the offers that lowered the price
   */
  record Part(int line, int quantity, BigDecimal price, List<String> offers) {
    BigDecimal amount() {
      return price.multiply(BigDecimal.valueOf(quantity)).setScale(2, RoundingMode.HALF_UP);
    }
  }

  /**
   * What an offer did.
   *
   * @param items to how many items
   */
  record Lowered(int items, BigDecimal saving) {}

  private static int rank(Benefit benefit) {
    return switch (benefit) {
      case PRICE -> 0;
      case PERCENT -> 1;
      case MONEY -> 2;
      case FREE_SHIPPING, GIFT, POINTS -> 3;
    };
  }

  /** Lowers the prices of so many items at most, the dearest first. */
  Lowered lower(Offer offer, long most) {
    List<Part> dearest =
        covered(offer.terms()).stream()
            .sorted(Comparator.comparing(Part::price).reversed().thenComparing(Part::line))
            .toList();
    int items = 0;
    BigDecimal saving = BigDecimal.ZERO;
    for (Part part : dearest) {
      BigDecimal each = offer.terms().saving(part.price());
      int count = (int) Math.min(part.quantity(), most - items);
      if (each.signum() > 0 && count > 0) {
        lower(part, count, each, offer.key());
        items += count;
        saving = saving.add(each.multiply(BigDecimal.valueOf(count)));
      }
    }
    return new Lowered(items, saving);
  }

  private void lower(Part part, int count, BigDecimal each, String offer) {
    List<String> offers = new ArrayList<>(part.offers());
    offers.add(offer);
    int at = parts.indexOf(part);
    parts.set(at, new Part(part.line(), count, part.price().subtract(each), List.copyOf(offers)));
    if (count < part.quantity()) {
      parts.add(
          at + 1, new Part(part.line(), part.quantity() - count, part.price(), part.offers()));
    }
  }

  /** The items that an offer is for. */
  List<Part> covered(OfferTerms terms) {
    return parts.stream()
        .filter(
            part -> {
              Cart.Line line = cart.lines().get(part.line());
              return terms.covers(line.product(), line.category());
            })
        .toList();
  }

  /** The items of a line. */
  List<Part> of(int line) {
    return parts.stream().filter(part -> part.line() == line).toList();
  }

  static BigDecimal sum(List<Part> parts) {
    return parts.stream().map(Part::amount).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
  }

  static long items(List<Part> parts) {
    return parts.stream().mapToLong(Part::quantity).sum();
  }
}
