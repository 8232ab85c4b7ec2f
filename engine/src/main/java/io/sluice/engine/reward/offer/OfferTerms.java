package io.sluice.engine.reward.offer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What an offer gives, and for what. Amounts are in the currency of the workspace.
 *
 * @param kind whether it is for whole orders or for single items
 * @param benefit what it gives
 * @param value the amount off, the percentage off, the special price, or by what points are
 *     multiplied; zero for the others
 * @param maxDiscount the most that a percentage takes off, an order or an item
 * @param gift what is given along
 * @param worth what a gift or points are worth to a person, to compare offers
 * @param threshold from which amount, or how many items, an offer for orders counts
 * @param products the products it is for; all where products and categories are empty
 * @param categories the categories it is for
 */
record OfferTerms(
    Kind kind,
    Benefit benefit,
    BigDecimal value,
    Optional<BigDecimal> maxDiscount,
    Optional<String> gift,
    BigDecimal worth,
    BigDecimal threshold,
    List<String> products,
    List<String> categories) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int DECIMALS = 2;

  /** The kinds of offers. */
  enum Kind {
    SPEND_AMOUNT,
    SPEND_ITEMS,
    LIMITED_TIME,
    SINGLE_ITEM,
    SPECIAL_PRICE;

    /** Whether it is for whole orders, of which only one counts; otherwise for single items. */
    boolean ofOrder() {
      return this == SPEND_AMOUNT || this == SPEND_ITEMS;
    }

    String key() {
      return OfferTerms.key(this);
    }
  }

  /** What an offer gives. */
  enum Benefit {
    MONEY,
    PERCENT,
    PRICE,
    FREE_SHIPPING,
    GIFT,
    POINTS;

    /** Whether it makes things cheaper. */
    boolean lowersPrices() {
      return this == MONEY || this == PERCENT || this == PRICE;
    }

    String key() {
      return OfferTerms.key(this);
    }
  }

  /** Copies the lists. */
  OfferTerms {
    products = List.copyOf(products);
    categories = List.copyOf(categories);
  }

  private static String key(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it is for a product. */
  boolean covers(String product, Optional<String> category) {
    return products.isEmpty() && categories.isEmpty()
        || products.contains(product)
        || category.filter(categories::contains).isPresent();
  }

  /**
   * What it takes off an amount, never more than that amount; a percentage is rounded half up to
   * two decimals.
   */
  BigDecimal saving(BigDecimal amount) {
    BigDecimal off =
        switch (benefit) {
          case MONEY -> value;
          case PERCENT -> amount.multiply(value).divide(HUNDRED, DECIMALS, RoundingMode.HALF_UP);
          case PRICE -> amount.subtract(value).max(BigDecimal.ZERO);
          case FREE_SHIPPING, GIFT, POINTS -> BigDecimal.ZERO;
        };
    return off.min(maxDiscount.orElse(off)).min(amount);
  }

  /** The most that one use can take off, where that can be told. */
  Optional<BigDecimal> highestSaving() {
    return switch (benefit) {
      case MONEY -> Optional.of(value);
      case PERCENT -> maxDiscount;
      case PRICE, FREE_SHIPPING, GIFT, POINTS -> Optional.empty();
    };
  }
}
