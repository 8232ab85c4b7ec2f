package io.sluice.engine.segment;

import io.sluice.engine.segment.rule.CouponFact;
import io.sluice.engine.segment.rule.Happening;
import io.sluice.node.Audience;
import java.time.Instant;
import java.util.Set;

/**
 * What happened in a run before one of its nodes: what that node's rules may ask. A run answers
 * from its records; who only forecasts says what is undecided.
 */
public interface RunPast {
  /** Where there is no run. */
  RunPast NONE =
      new RunPast() {
        @Override
        public Set<String> nodes() {
          return Set.of();
        }

        @Override
        public Set<String> messageNodes() {
          return Set.of();
        }

        @Override
        public Instant enteredAt() {
          throw new IllegalStateException("Nobody entered");
        }

        @Override
        public Instant instantOf(String node) {
          throw new IllegalStateException("There is no node " + node);
        }

        @Override
        public Bounds happened(String node, Happening happening) {
          return Bounds.exactly(Audience.empty());
        }

        @Override
        public Bounds coupon(String node, CouponFact fact, int forDays, Instant at) {
          return Bounds.exactly(Audience.empty());
        }

        @Override
        public Instant knownUntil() {
          return Instant.MAX;
        }
      };

  /** The nodes before. */
  Set<String> nodes();

  /** Those of them that send messages. */
  Set<String> messageNodes();

  /** When the people entered the run. */
  Instant enteredAt();

  /** When the people were at a node before. */
  Instant instantOf(String node);

  /** To whose message from a node before something happened. */
  Bounds happened(String node, Happening happening);

  /** With whose coupon from a node before something is so, since so many days. */
  Bounds coupon(String node, CouponFact fact, int forDays, Instant at);

  /** Who would be given a reward of their own at a node before; only a forecast asks. */
  default Audience given(String node) {
    return Audience.empty();
  }

  /**
   * From when on messages can go out that are planned for an instant: later where the run is late.
   */
  default Instant sendingFrom(Instant planned) {
    return planned;
  }

  /** The last instant of which orders and events can be known; a forecast runs ahead of it. */
  Instant knownUntil();
}
