package io.sluice.engine.reward.points;

import io.sluice.engine.event.OrderStatus;
import io.sluice.engine.event.OrdersWritten.Order;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;

/**
 * What orders earn.
 *
 * @param points for every full {@code per} of an order's amount
 * @param per in the workspace's currency
 * @param from orders confirmed earlier earn nothing
 */
record Earning(long points, BigDecimal per, Instant from) {

  /** The points of an order while it is confirmed and not refunded, whoever ordered. */
  long of(Order order) {
    if (order.reached().containsKey(OrderStatus.REFUNDED)
        || confirmed(order).filter(at -> !at.isBefore(from)).isEmpty()) {
      return 0;
    }
    return order
        .amount()
        .max(BigDecimal.ZERO)
        .divide(per, 0, RoundingMode.DOWN)
        .multiply(BigDecimal.valueOf(points))
        .min(BigDecimal.valueOf(Long.MAX_VALUE / 2))
        .longValueExact();
  }

  static Optional<Instant> confirmed(Order order) {
    return Optional.ofNullable(order.reached().get(OrderStatus.CONFIRMED));
  }
}
