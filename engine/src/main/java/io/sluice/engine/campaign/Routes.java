package io.sluice.engine.campaign;

import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.canvas.Wire;
import io.sluice.engine.delivery.content.Route;
import io.sluice.node.CodePoolRef;
import io.sluice.node.CouponRef;
import io.sluice.node.FactRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds on a canvas what stands before a message, of which it can tell people. */
public final class Routes {
  private Routes() {}

  /** Whether it is given to people one by one, so that messages tell them of it. */
  public static boolean isReward(FactRef fact) {
    return kind(fact).isPresent();
  }

  /** The kind of what is given to people one by one, as messages name it; empty for all else. */
  private static Optional<String> kind(FactRef fact) {
    if (fact instanceof CouponRef) {
      return Optional.of("coupon");
    }
    return fact instanceof CodePoolRef ? Optional.of("benefit") : Optional.empty();
  }

  /** What stands before a node. */
  public static Route to(BoundCanvas canvas, String node) {
    Set<String> before = canvas.before(node);
    List<Route.Giver> givers = new ArrayList<>();
    for (int i = canvas.order().size() - 1; i >= 0; i--) {
      String giver = canvas.order().get(i);
      if (before.contains(giver)) {
        for (FactRef gives : canvas.node(giver).writes()) {
          kind(gives)
              .map(
                  kind ->
                      new Route.Giver(
                          kind, giver, gives.key(), isNearest(canvas, node, giver, kind)))
              .ifPresent(givers::add);
        }
      }
    }
    return new Route(canvas.listsBefore(node), givers);
  }

  /** Whether a giver is met on a way back from a node before all others of its kind. */
  private static boolean isNearest(BoundCanvas canvas, String from, String giver, String kind) {
    Set<String> met = new HashSet<>();
    List<String> open = new ArrayList<>(List.of(from));
    while (!open.isEmpty()) {
      for (Wire wire : canvas.into(open.remove(open.size() - 1))) {
        boolean gives =
            canvas.node(wire.source()).writes().stream()
                .anyMatch(one -> kind(one).equals(Optional.of(kind)));
        if (met.add(wire.source()) && !gives) {
          open.add(wire.source());
        }
      }
    }
    return met.contains(giver);
  }
}
