package io.sluice.engine.segment;

import io.sluice.engine.segment.rule.CouponFact;
import io.sluice.engine.segment.rule.Happening;
import io.sluice.node.Audience;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
        public List<Came> cameTo(String node) {
          throw new IllegalStateException("There is no node " + node);
        }

        @Override
        public Bounds happened(String node, Happening happening) {
          return Bounds.exactly(Audience.empty());
        }

        @Override
        public Bounds coupon(String node, CouponFact fact, int forDays, Instant at, Expiry expiry) {
          return Bounds.exactly(Audience.empty());
        }

        @Override
        public void coupons(String node, Instant at, EachCoupon each) {
          throw new IllegalStateException("There is no node " + node);
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

  /**
   * When the people were at a node before. They may have come there in several cohorts, and whoever
   * never was there is among none.
   */
  List<Came> cameTo(String node);

  /**
   * People at a node before.
   *
   * @param people who was there then; everybody where it is empty
   */
  record Came(Instant instant, Optional<Audience> people) {}

  /** To whose message from a node before something happened. */
  Bounds happened(String node, Happening happening);

  /**
   * With whose coupon from a node before something is so, since so many days.
   *
   * @param expiry tells when coupons would expire that nobody has yet
   */
  Bounds coupon(String node, CouponFact fact, int forDays, Instant at, Expiry expiry);

  /** Tells when coupons of a batch would expire. */
  interface Expiry {
    /** When one would that somebody has since an instant; empty for never. */
    Optional<Instant> of(String batch, Instant claimedAt);
  }

  /** Who would be given a reward of their own at a node before; only a forecast asks. */
  default Audience given(String node) {
    return Audience.empty();
  }

  /** Tells of everybody who has the coupon that a node before gave, by an instant, once. */
  void coupons(String node, Instant at, EachCoupon each);

  /** Takes the coupons of people, one by one. */
  interface EachCoupon {
    /** This is the coupon of this member. */
    void accept(int member, ClaimedCoupon coupon);
  }

  /**
   * A coupon that somebody has.
   *
   * @param at since when
   * @param expiresAt when it expires; null where it never does or {@code batch} tells
   * @param batch the batch that tells when it would expire; null where it is given already
   */
  record ClaimedCoupon(Instant at, Instant expiresAt, String batch) {}

  /**
   * From when on messages can go out that are planned for an instant: later where the run is late.
   */
  default Instant sendingFrom(Instant planned) {
    return planned;
  }

  /** The last instant of which orders and events can be known; a forecast runs ahead of it. */
  Instant knownUntil();

  /**
   * Up to when nodes at an instant see the balances of people. One that really gives or takes must
   * not overlook what was written since, unless it plays in the past.
   */
  default Instant nodesSeeUntil(Instant at) {
    return at;
  }
}
