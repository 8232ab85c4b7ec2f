package io.sluice.engine.reward.offer;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What somebody is about to buy.
 *
 * @param shipping what its shipping costs
 */
record Cart(List<Line> lines, BigDecimal shipping) {
  /** Copies the list. */
  Cart {
    lines = List.copyOf(lines);
  }

  /**
   * So many items of a product.
   *
   * @param category its category, if it is known
   * @param quantity how many, 1 or more
   * @param unitPrice the price of one
   */
  record Line(String product, Optional<String> category, int quantity, BigDecimal unitPrice) {}
}
