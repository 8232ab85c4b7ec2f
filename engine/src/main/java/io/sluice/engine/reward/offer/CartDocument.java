package io.sluice.engine.reward.offer;

import io.sluice.engine.web.InputNumber;
import io.sluice.engine.web.InputText;
import io.sluice.engine.web.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A cart as a shop sends it. */
record CartDocument(
    List<CartLine> lines, @Schema(description = "0 if left out") BigDecimal shipping) {
  private static final int MOST_LINES = 500;
  private static final int MOST_ITEMS = 100_000;
  private static final int NAME_LENGTH = 200;

  /** So many items of a product. */
  record CartLine(
      String product,
      String category,
      @Schema(description = "1 if left out") Integer quantity,
      BigDecimal unitPrice) {}

  /**
   * The cart.
   *
   * @throws Problem 400 naming the field that is wrong
   */
  Cart read() {
    if (lines == null || lines.isEmpty() || lines.size() > MOST_LINES) {
      throw Problem.badField(
          "bad-cart", "/lines", "'lines' must hold 1 to " + MOST_LINES + " lines.");
    }
    List<Cart.Line> read = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      CartLine line = lines.get(i);
      String at = "/lines/" + i + "/";
      if (line == null) {
        throw Problem.badField("bad-cart", "/lines/" + i, "A line must be an object.");
      }
      read.add(
          new Cart.Line(
              InputText.name(at + "product", line.product(), NAME_LENGTH),
              Optional.ofNullable(line.category())
                  .map(category -> InputText.name(at + "category", category, NAME_LENGTH)),
              line.quantity() == null
                  ? 1
                  : InputNumber.count(at + "quantity", line.quantity(), MOST_ITEMS),
              InputNumber.amount(at + "unitPrice", line.unitPrice())));
    }
    return new Cart(read, InputNumber.anyAmount("/shipping", shipping).orElse(BigDecimal.ZERO));
  }
}
