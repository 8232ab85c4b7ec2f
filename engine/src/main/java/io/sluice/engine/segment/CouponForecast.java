package io.sluice.engine.segment;

import io.sluice.engine.segment.rule.Condition;
import io.sluice.engine.segment.rule.CouponFact;
import io.sluice.node.Audience;
import io.sluice.node.CouponWrite;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Coupons of one batch that nodes before would have given: who is offered one, and who has one, is
 * certain; what people do with them is not, as long as they can be used.
 *
 * @param offered who would be offered one or have one
 * @param claimed who of them would have one at once
 * @param expirable whose coupon may have expired by the instant of the condition
 * @param usable whose coupon may not have expired by then
 */
public record CouponForecast(
    Audience offered, Audience claimed, Audience expirable, Audience usable) {
  /** Nobody gets any. */
  public static CouponForecast none() {
    return new CouponForecast(
        Audience.empty(), Audience.empty(), Audience.empty(), Audience.empty());
  }

  /**
   * With those that are given besides.
   *
   * @param expiry when they expire if they are claimed at once, and not before if they are later
   * @param at the instant of the condition
   * @param forDays for how many days it is to be so
   */
  public CouponForecast and(CouponWrite write, Optional<Instant> expiry, Instant at, int forDays) {
    Instant since = at.minus(Duration.ofDays(forDays));
    boolean expires = expiry.filter(one -> !one.isAfter(since)).isPresent();
    // Who claims a coupon later may have it for longer.
    boolean isOver = write.claimed() && expiry.filter(one -> !one.isAfter(at)).isPresent();
    return new CouponForecast(
        offered.union(write.members()),
        write.claimed() ? claimed.union(write.members()) : claimed,
        expires ? expirable.union(write.members()) : expirable,
        isOver ? usable : usable.union(write.members()));
  }

  boolean isNone() {
    return offered.isEmpty();
  }

  /** Who would meet a condition the moment the coupons are given: nobody has done anything yet. */
  public Bounds atOnce(CouponFact fact, int forDays) {
    Audience people =
        switch (fact) {
          case OFFERED -> offered;
          case CLAIMED, UNUSED -> claimed;
          case USED, EXPIRED, REVOKED -> Audience.empty();
        };
    return Bounds.exactly(forDays == 0 ? people : Audience.empty());
  }

  /**
   * Who would meet a condition.
   *
   * @param now who meets it by the coupons that are there
   * @param undecided who has coupons with which something may happen until then
   */
  public Bounds bounds(Condition.Coupon condition, Audience now, Audience undecided) {
    boolean soon = condition.forDays() == 0;
    Audience mayChange = undecided.union(offered);
    return switch (condition.fact()) {
      case OFFERED -> new Bounds(soon ? now.union(offered) : now, now.union(offered));
      case CLAIMED -> new Bounds(soon ? now.union(claimed) : now, now.union(mayChange));
      // Of what is there it is certain once it happened; that nothing happens is not.
      case USED, REVOKED -> new Bounds(now, now.union(mayChange));
      // Who has not used a coupon by now may do so before it expires.
      case EXPIRED -> new Bounds(now.minus(undecided), now.union(undecided).union(expirable));
      case UNUSED -> new Bounds(now.minus(undecided), now.union(undecided).union(usable));
    };
  }
}
