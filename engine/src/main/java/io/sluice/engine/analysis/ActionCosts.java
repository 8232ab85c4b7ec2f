package io.sluice.engine.analysis;

import io.sluice.engine.money.RewardCosts;
import io.sluice.engine.reward.coupon.CouponCosts;
import io.sluice.engine.run.Run;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the actions of a run cost so far: messages, coupons that were used, points, codes. */
@Component
class ActionCosts {
  private final Records records;
  private final CouponCosts coupons;
  private final RewardCosts rewards;

  ActionCosts(Records records, CouponCosts coupons, RewardCosts rewards) {
    this.records = records;
    this.coupons = coupons;
    this.rewards = rewards;
  }

  /** The costs by node. */
  Map<String, BigDecimal> of(Run run, Instant asOf) {
    Map<String, BigDecimal> costs = new HashMap<>(records.costs(run));
    coupons
        .settled(run.workspace(), run.id(), asOf)
        .forEach((node, cost) -> costs.merge(node, cost, BigDecimal::add));
    rewards
        .byNode(run.workspace(), run.campaign(), run.id(), RewardCosts.SPENT)
        .forEach((node, cost) -> costs.merge(node, cost, BigDecimal::add));
    return costs;
  }
}
