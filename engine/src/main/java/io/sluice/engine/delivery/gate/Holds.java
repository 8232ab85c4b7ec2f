package io.sluice.engine.delivery.gate;

import io.sluice.node.Audience;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Sorts people out at one gate after the other, and keeps why. */
final class Holds {
  private final Map<String, Audience> byReason = new LinkedHashMap<>();
  private Audience left;

  Holds(Audience arrived) {
    this.left = arrived;
  }

  /** Who has passed all gates so far. */
  Audience left() {
    return left;
  }

  /** Holds back those of the people who got here. */
  void hold(String reason, Audience people) {
    Audience held = left.intersect(people);
    if (!held.isEmpty()) {
      byReason.merge(reason, held, Audience::union);
      left = left.minus(held);
    }
  }

  Map<String, Audience> byReason() {
    return Collections.unmodifiableMap(byReason);
  }
}
