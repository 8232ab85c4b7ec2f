package io.sluice.node.testkit;

import io.sluice.node.Audience;
import io.sluice.node.CodePool;
import io.sluice.node.CouponBatch;
import io.sluice.node.DiscountOffer;
import io.sluice.node.People;
import io.sluice.node.Rewards;
import io.sluice.node.Rule;
import io.sluice.node.SeededOrder;
import io.sluice.node.SetRef;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;

/** Answers any question with an arbitrary half of the members, always the same. */
final class ArbitraryPeople implements People {
  private final Audience all;
  private final Set<SetRef> setsRead = new HashSet<>();

  ArbitraryPeople(Audience all) {
    this.all = all;
  }

  Set<SetRef> setsRead() {
    return setsRead;
  }

  @Override
  public Audience all() {
    return all;
  }

  @Override
  public Audience matching(Rule rule) {
    return half(rule.json());
  }

  @Override
  public Audience segment(String key) {
    setsRead.add(SetRef.segment(key));
    return half(key);
  }

  @Override
  public Audience list(String key) {
    setsRead.add(SetRef.list(key));
    return half(key);
  }

  /** An arbitrary half has the points, the marks and as many coupons as they may. */
  Rewards rewards() {
    return new Rewards() {
      @Override
      public BigDecimal costOfPoint(String account) {
        return new BigDecimal("0.01");
      }

      @Override
      public Audience withPoints(String account, long atLeast) {
        return half(account + "/" + atLeast);
      }

      @Override
      public Audience in(SetRef set) {
        return half(set.toString());
      }

      @Override
      public CouponBatch coupons(String batch) {
        return new CouponBatch(true, false, 200, 200, half(batch), BigDecimal.ONE, BigDecimal.TEN);
      }

      @Override
      public DiscountOffer offer(String key) {
        return new DiscountOffer(true, BigDecimal.ONE, BigDecimal.TEN);
      }

      @Override
      public CodePool codes(String pool) {
        return new CodePool(true, 200, BigDecimal.ONE);
      }
    };
  }

  private Audience half(String salt) {
    return SeededOrder.of(0, salt).slices(all, 0, all.size() / 2).get(0);
  }
}
