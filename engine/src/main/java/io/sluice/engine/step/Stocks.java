package io.sluice.engine.step;

import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.node.CodePoolRef;
import io.sluice.node.CouponRef;
import io.sluice.node.FactRef;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Nodes that give out of one stock. Where it is short, the earlier one leaves less to the later
 * one, though nobody comes to both; so they come one after the other, in the run and in forecasts.
 */
public final class Stocks {
  private Stocks() {}

  /** Whether two nodes give coupons of one batch, or codes of one pool. */
  public static boolean areShared(BoundCanvas canvas, String one, String other) {
    Set<FactRef> shared = of(canvas, one);
    shared.retainAll(of(canvas, other));
    return !shared.isEmpty();
  }

  private static Set<FactRef> of(BoundCanvas canvas, String node) {
    return canvas.node(node).writes().stream()
        .filter(fact -> fact instanceof CouponRef || fact instanceof CodePoolRef)
        .collect(Collectors.toSet());
  }
}
