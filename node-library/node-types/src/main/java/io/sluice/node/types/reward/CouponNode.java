package io.sluice.node.types.reward;

import io.sluice.node.ActionContext;
import io.sluice.node.ActionNode;
import io.sluice.node.Audience;
import io.sluice.node.Category;
import io.sluice.node.CouponBatch;
import io.sluice.node.CouponKind;
import io.sluice.node.CouponRef;
import io.sluice.node.CouponWrite;
import io.sluice.node.FactRef;
import io.sluice.node.Forecast;
import io.sluice.node.KeyForm;
import io.sluice.node.Label;
import io.sluice.node.NodeCheck;
import io.sluice.node.NodeContext;
import io.sluice.node.NodeInfo;
import io.sluice.node.Outcome;
import io.sluice.node.Rule;
import io.sluice.node.SetRef;
import io.sluice.node.Text;
import io.sluice.node.Trait;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/** Gives each person a coupon of a batch, or offers one that a link claims. */
public final class CouponNode implements ActionNode<CouponNode.Settings> {
  private static final NodeInfo INFO =
      new NodeInfo(
          "coupon",
          Category.REWARD,
          Text.of("Coupon", "优惠券"),
          Text.of("Gives each person a coupon of a batch.", "给每位会员发放一张优惠券。"),
          "ticket",
          Set.of(Trait.DRAWS));

  /**
   * The settings.
   *
   * @param batch the batch of coupons
   * @param group the group of rewards of which each person gets at most one
   * @param skipIf whom the node passes over
   */
  public record Settings(
      @NotBlank @Size(max = 64) @Label(en = "Coupon batch", zh = "优惠券批次", field = "coupon-batch")
          String batch,
      @Size(max = 64)
          @Pattern(regexp = KeyForm.KEY)
          @Label(en = "At most one reward of the group", zh = "互斥组")
          String group,
      @Label(en = "Pass over", zh = "跳过条件") Rule skipIf) {}

  @Override
  public NodeInfo info() {
    return INFO;
  }

  @Override
  public Class<Settings> configType() {
    return Settings.class;
  }

  @Override
  public void check(Settings settings, NodeCheck check) {
    if (settings.batch() == null || settings.batch().isBlank()) {
      return;
    }
    Optional<CouponKind> kind = check.couponKind(settings.batch());
    if (kind.isEmpty()) {
      check.error(
          "unknown-coupon-batch",
          "batch",
          Text.of(
              "There is no coupon batch '" + settings.batch() + "'. Make it, or choose another.",
              "优惠券批次“" + settings.batch() + "”不存在，请创建或另选。"));
    } else if (kind.get().over()) {
      check.warning(
          "coupon-batch-over",
          "batch",
          Text.of(
              "The coupon batch '"
                  + settings.batch()
                  + "' is closed or has expired: nobody gets a coupon of it. Choose another, or"
                  + " move its end.",
              "优惠券批次“" + settings.batch() + "”已关闭或已过期，无人能领到券，请另选或延长有效期。"));
    } else if (kind.get().left() == 0) {
      check.warning(
          "out-of-stock",
          "batch",
          Text.of(
              "No coupon of '" + settings.batch() + "' is left. Raise its stock.",
              "优惠券批次“" + settings.batch() + "”库存为零，请补充库存。"));
    }
  }

  @Override
  public Forecast forecast(Settings settings, Audience audience, NodeContext context) {
    CouponBatch batch = context.rewards().coupons(settings.batch());
    RewardGate gate = gate(settings, batch, audience, context);
    BigDecimal paid = BigDecimal.valueOf(Math.min(gate.left().size(), batch.stock()));
    return new Forecast(
        gate.outcome(),
        gate.writes(write(settings, batch, gate.left())),
        gate.left().size(),
        batch.expectedCost().multiply(paid),
        batch.highestCost().multiply(paid));
  }

  @Override
  public Outcome act(Settings settings, Audience batch, ActionContext context) {
    CouponBatch coupons = context.rewards().coupons(settings.batch());
    RewardGate gate = gate(settings, coupons, batch, context);
    gate.writes(write(settings, coupons, gate.left())).forEach(context::write);
    return gate.outcome();
  }

  private static RewardGate gate(
      Settings settings, CouponBatch batch, Audience people, NodeContext context) {
    RewardGate gate = RewardGate.of(people, settings.group(), context);
    gate.hold("coupon-limit", batch.atLimit());
    if (!batch.givable()) {
      gate.fail("batch-closed", people);
    }
    gate.failBeyond(batch.left(), context);
    return gate;
  }

  private static CouponWrite write(Settings settings, CouponBatch batch, Audience people) {
    return new CouponWrite(new CouponRef(settings.batch()), people, !batch.byLink());
  }

  @Override
  public Set<FactRef> writes(Settings settings) {
    return RewardGate.targets(
        settings.group(), settings.batch() == null ? null : new CouponRef(settings.batch()));
  }

  @Override
  public Set<SetRef> reads(Settings settings) {
    return RewardGate.reads();
  }

  @Override
  public Optional<Rule> skipIf(Settings settings) {
    return Optional.ofNullable(settings.skipIf());
  }
}
