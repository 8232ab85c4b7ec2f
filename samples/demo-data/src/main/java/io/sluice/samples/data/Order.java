package io.sluice.samples.data;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * An order of a person; instants it did not reach are null.
 *
 * @param presale whether it was placed long before it was paid
 */
public record Order(
    boolean presale,
    Instant placedAt,
    Instant paidAt,
    Instant shippedAt,
    Instant confirmedAt,
    Instant refundedAt,
    List<Line> lines) {
  /** One product of an order. */
  public record Line(String product, String category, int items, BigDecimal amount) {}

  /** How many items there are in all lines. */
  public int items() {
    return lines.stream().mapToInt(Line::items).sum();
  }

  /** What all lines cost. */
  public BigDecimal amount() {
    return lines.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
