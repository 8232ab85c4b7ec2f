package io.sluice.engine.run;

import io.sluice.engine.bpmn.CohortRef;
import io.sluice.engine.member.ValueChanges;
import io.sluice.engine.money.Budgets;
import io.sluice.engine.money.RewardCosts;
import io.sluice.engine.reward.code.CodeLedger;
import io.sluice.engine.reward.code.CodePools;
import io.sluice.engine.reward.coupon.CouponBatches;
import io.sluice.engine.reward.coupon.CouponLedger;
import io.sluice.engine.reward.points.PointsAccounts;
import io.sluice.engine.reward.points.PointsLedger;
import io.sluice.engine.segment.RewardFacts;
import io.sluice.engine.segment.SetLog;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.node.AccountRef;
import io.sluice.node.CodePoolRef;
import io.sluice.node.CodeWrite;
import io.sluice.node.CouponRef;
import io.sluice.node.CouponWrite;
import io.sluice.node.FactRef;
import io.sluice.node.PointsWrite;
import io.sluice.node.SetRef;
import io.sluice.node.SetWrite;
import io.sluice.node.ValueWrite;
import io.sluice.node.Write;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Does what nodes write, once, in the transaction of the step. */
@Component
class Effects {
  private final SetLog sets;
  private final ValueChanges values;
  private final PointsAccounts accounts;
  private final PointsLedger points;
  private final CouponBatches batches;
  private final CouponLedger coupons;
  private final CodePools pools;
  private final CodeLedger codes;
  private final RewardFacts rewards;
  private final Budgets budgets;
  private final Clock clock;

  Effects(
      SetLog sets,
      ValueChanges values,
      PointsAccounts accounts,
      PointsLedger points,
      CouponBatches batches,
      CouponLedger coupons,
      CodePools pools,
      CodeLedger codes,
      RewardFacts rewards,
      Budgets budgets,
      Clock clock) {
    this.sets = sets;
    this.values = values;
    this.accounts = accounts;
    this.points = points;
    this.batches = batches;
    this.coupons = coupons;
    this.pools = pools;
    this.codes = codes;
    this.rewards = rewards;
    this.budgets = budgets;
    this.clock = clock;
  }

  /**
   * Keeps others from changing balances, stocks and groups until the transaction ends, so that what
   * the node finds there is still so when it writes. Always in one order: nobody waits in a circle.
   */
  void lock(WorkspaceId workspace, Collection<? extends FactRef> targets) {
    List<? extends FactRef> ordered =
        targets.stream()
            .sorted(Comparator.comparing(FactRef::noun).thenComparing(FactRef::key))
            .toList();
    for (FactRef target : ordered) {
      if (target instanceof AccountRef account) {
        accounts.lock(workspace, account.key());
      } else if (target instanceof CouponRef batch) {
        batches.lock(workspace, batch.key());
      } else if (target instanceof CodePoolRef pool) {
        pools.lock(workspace, pool.key());
      } else if (target instanceof SetRef set && set.kind() == SetRef.Kind.REWARD_GROUP) {
        sets.lock(workspace, set);
      }
    }
  }

  /**
   * Commits what rewards cost at most, before they are given.
   *
   * @return false where the budget has not that much left; then the caller rolls back
   */
  boolean pay(Run run, CohortRef cohort, String node, Instant instant, List<Write> writes) {
    for (Write write : writes) {
      BigDecimal cost = cost(run.workspace(), write, instant);
      // What points and codes cost is spent; what coupons cost is settled when they are used.
      String kind = write instanceof CouponWrite ? RewardCosts.HELD : RewardCosts.SPENT;
      if (cost.signum() > 0
          && !budgets.commit(
              run.workspace(), run.campaign(), run.id(), kind + cause(cohort, node), cost)) {
        return false;
      }
    }
    return true;
  }

  private BigDecimal cost(WorkspaceId workspace, Write write, Instant instant) {
    long people = write.members().size();
    if (write instanceof CouponWrite given) {
      return rewards
          .coupons(workspace, given.target().key(), instant)
          .map(
              batch ->
                  batch.highestCost().multiply(BigDecimal.valueOf(Math.min(people, batch.left()))))
          .orElse(BigDecimal.ZERO);
    }
    if (write instanceof CodeWrite given) {
      return rewards
          .codes(workspace, given.target().key(), instant)
          .map(pool -> pool.unitCost().multiply(BigDecimal.valueOf(people)))
          .orElse(BigDecimal.ZERO);
    }
    return write instanceof PointsWrite given && given.change() == PointsWrite.Change.ADD
        ? rewards
            .costOfPoint(workspace, given.target().key())
            .multiply(BigDecimal.valueOf(given.points() * people))
        : BigDecimal.ZERO;
  }

  void carryOut(Run run, CohortRef cohort, String node, Instant instant, List<Write> writes) {
    String cause = cause(cohort, node);
    String evidence =
        "campaign/%d/version/%d/node/%s".formatted(run.campaign(), run.version(), node);
    for (Write write : writes) {
      if (write instanceof SetWrite set) {
        sets.append(run.workspace(), set, since(set, instant), cause, evidence);
      } else if (write instanceof ValueWrite value) {
        values.append(run.workspace(), value, instant, cause, evidence);
      } else if (write instanceof PointsWrite change) {
        write(run, change, instant, cause, evidence);
      } else if (write instanceof CouponWrite given) {
        coupons.give(
            run.workspace(),
            given,
            instant,
            new CouponLedger.Source(
                cause, evidence, run.campaign(), cohort.run(), node, cohort.cohort()));
      } else if (write instanceof CodeWrite given) {
        codes.give(
            run.workspace(),
            given,
            instant,
            new CodeLedger.Source(cause, evidence, cohort.run(), node, cohort.cohort()));
      } else {
        throw new IllegalStateException("Nobody writes " + write.target());
      }
    }
  }

  /** Groups of rewards hold for all time: nobody gets a second one of them in the past either. */
  private Instant since(SetWrite set, Instant instant) {
    Instant now = clock.instant();
    return set.set().kind() == SetRef.Kind.REWARD_GROUP && now.isAfter(instant) ? now : instant;
  }

  private void write(Run run, PointsWrite change, Instant instant, String cause, String note) {
    if (run.isPast(instant)) {
      points.appendAsOf(run.workspace(), change, instant, clock.instant(), cause, note);
    } else {
      points.append(run.workspace(), change, instant, cause, note);
    }
  }

  /** What brings about the effects of a cohort at a node: the same whenever it is tried. */
  static String cause(CohortRef cohort, String node) {
    return "run/%d/cohort/%d/node/%s".formatted(cohort.run(), cohort.cohort(), node);
  }
}
