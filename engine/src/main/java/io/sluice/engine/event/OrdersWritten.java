package io.sluice.engine.event;

import io.sluice.engine.workspace.WorkspaceId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Orders were made or changed; told in the transaction that wrote them.
 *
 * @param orders as they are now
 */
public record OrdersWritten(WorkspaceId workspace, List<Order> orders) {
  public OrdersWritten {
    orders = List.copyOf(orders);
  }

  /**
   * An order.
   *
   * @param member the number of who ordered
   * @param amount the sum of its lines
   * @param reached the instants at which it reached its states
   */
  public record Order(
      long id, String key, int member, BigDecimal amount, Map<OrderStatus, Instant> reached) {
    public Order {
      reached = Map.copyOf(reached);
    }
  }
}
