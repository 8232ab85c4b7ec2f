package io.sluice.node.types.reward;

import io.sluice.node.ActionContext;
import io.sluice.node.ActionNode;
import io.sluice.node.Audience;
import io.sluice.node.Category;
import io.sluice.node.DiscountOffer;
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
import io.sluice.node.SetWrite;
import io.sluice.node.Text;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Marks people for an offer, which the shop then gives them. */
public final class DiscountMarkNode implements ActionNode<DiscountMarkNode.Settings> {
  private static final Duration LONGEST = Duration.ofDays(3660);
  private static final NodeInfo INFO =
      new NodeInfo(
          "discount-mark",
          Category.REWARD,
          Text.of("Discount mark", "优惠标记"),
          Text.of("Marks people for an offer of the shop.", "标记可享受店铺优惠的会员。"),
          "badge-percent",
          Set.of());

  /**
   * The settings.
   *
   * @param offer the offer
   * @param expiresAfter after what time a mark ends, where it does not last as long as the offer
   * @param group the group of rewards of which each person gets at most one
   * @param skipIf whom the node passes over
   */
  public record Settings(
      @NotBlank @Size(max = 64) @Label(en = "Offer", zh = "优惠", field = "discount-offer")
          String offer,
      @Label(en = "Mark ends after", zh = "标记有效期") Duration expiresAfter,
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
    Duration expiry = settings.expiresAfter();
    if (expiry != null
        && (expiry.isNegative() || expiry.isZero() || expiry.compareTo(LONGEST) > 0)) {
      check.error(
          "expiry-out-of-range",
          "expiresAfter",
          Text.of(
              "Give a time above zero and at most 3660 days, for example P30D.",
              "请填写大于零且不超过 3660 天的时长，例如 P30D。"));
    }
    if (settings.offer() != null && !settings.offer().isBlank()) {
      checkOffer(settings.offer(), check.discountOffer(settings.offer()), check);
    }
  }

  private static void checkOffer(String key, Optional<DiscountOffer> offer, NodeCheck check) {
    if (offer.isEmpty()) {
      check.error(
          "unknown-discount-offer",
          "offer",
          Text.of(
              "There is no offer '" + key + "'. Make it, or choose another.",
              "优惠“" + key + "”不存在，请创建或另选。"));
    } else if (!offer.get().open()) {
      check.error(
          "discount-offer-over",
          "offer",
          Text.of(
              "The offer '" + key + "' is closed or over. Open it again, or choose another.",
              "优惠“" + key + "”已关闭或已结束，请重新开启或另选。"));
    }
  }

  @Override
  public Forecast forecast(Settings settings, Audience audience, NodeContext context) {
    DiscountOffer offer = context.rewards().offer(settings.offer());
    RewardGate gate = gate(settings, offer, audience, context);
    BigDecimal people = BigDecimal.valueOf(gate.left().size());
    return new Forecast(
        gate.outcome(),
        gate.writes(write(settings, gate.left(), context)),
        0,
        offer.expectedCost().multiply(people),
        offer.highestCost().multiply(people));
  }

  @Override
  public Outcome act(Settings settings, Audience batch, ActionContext context) {
    DiscountOffer offer = context.rewards().offer(settings.offer());
    RewardGate gate = gate(settings, offer, batch, context);
    gate.writes(write(settings, gate.left(), context)).forEach(context::write);
    return gate.outcome();
  }

  private static RewardGate gate(
      Settings settings, DiscountOffer offer, Audience people, NodeContext context) {
    RewardGate gate = RewardGate.of(people, settings.group(), context);
    if (!offer.open()) {
      gate.fail("offer-over", people);
    }
    return gate;
  }

  private static SetWrite write(Settings settings, Audience people, NodeContext context) {
    SetRef marked = SetRef.discountMark(settings.offer());
    return settings.expiresAfter() == null
        ? SetWrite.add(marked, people)
        : SetWrite.addUntil(marked, people, context.instant().plus(settings.expiresAfter()));
  }

  @Override
  public Set<FactRef> writes(Settings settings) {
    return RewardGate.targets(
        settings.group(), settings.offer() == null ? null : SetRef.discountMark(settings.offer()));
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
