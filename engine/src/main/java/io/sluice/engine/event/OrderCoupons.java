package io.sluice.engine.event;

import io.sluice.engine.workspace.WorkspaceId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Notes the coupons with which imported orders were paid. The room that keeps coupons does it. */
public interface OrderCoupons {
  /**
   * Keeps others from changing the coupons of the codes until the caller's transaction ends. Comes
   * before the lock of the workspace, as it does where nodes give coupons.
   */
  void lock(WorkspaceId workspace, Collection<String> codes);

  /**
   * Uses each coupon with its order, in the caller's transaction; the same again changes nothing.
   *
   * @return for each use what is wrong with it, as a sentence without its full stop; empty where it
   *     is noted
   */
  List<Optional<String>> use(WorkspaceId workspace, List<Use> uses);

  /**
   * A coupon with which an order was paid.
   *
   * @param code as it was typed
   * @param order the key of the order
   * @param member who ordered
   * @param amount of all lines
   * @param products of all lines
   * @param at when it was ordered
   * @param deduction what the coupon took off, where that is known
   */
  record Use(
      String code,
      String order,
      int member,
      BigDecimal amount,
      List<String> products,
      Instant at,
      Optional<BigDecimal> deduction) {}
}
