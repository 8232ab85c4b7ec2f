package io.sluice.node.types.reward;

import io.sluice.node.ActionContext;
import io.sluice.node.ActionNode;
import io.sluice.node.Audience;
import io.sluice.node.Category;
import io.sluice.node.CodePool;
import io.sluice.node.CodePoolRef;
import io.sluice.node.CodeWrite;
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

/** Gives each person a code of a pool that somebody else issued: a voucher, an activation code. */
public final class BenefitCodeNode implements ActionNode<BenefitCodeNode.Settings> {
  private static final NodeInfo INFO =
      new NodeInfo(
          "benefit-code",
          Category.REWARD,
          Text.of("Benefit code", "权益码"),
          Text.of("Gives each person a code out of a pool.", "从权益码池中给每位会员发放一个码。"),
          "key-round",
          Set.of(Trait.DRAWS));

  /**
   * The settings.
   *
   * @param pool the pool of codes
   * @param group the group of rewards of which each person gets at most one
   * @param skipIf whom the node passes over
   */
  public record Settings(
      @NotBlank @Size(max = 64) @Label(en = "Code pool", zh = "权益码池", field = "code-pool")
          String pool,
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
    if (settings.pool() == null || settings.pool().isBlank()) {
      return;
    }
    Optional<CodePool> pool = check.codePool(settings.pool());
    if (pool.isEmpty()) {
      check.error(
          "unknown-code-pool",
          "pool",
          Text.of(
              "There is no code pool '" + settings.pool() + "'. Make it, or choose another.",
              "权益码池“" + settings.pool() + "”不存在，请创建或另选。"));
    } else if (!pool.get().open()) {
      check.error(
          "code-pool-over",
          "pool",
          Text.of(
              "The code pool '"
                  + settings.pool()
                  + "' is closed, or its codes have expired. Choose another.",
              "权益码池“" + settings.pool() + "”已关闭或其中的码已过期，请另选。"));
    } else if (pool.get().left() == 0) {
      check.warning(
          "no-codes-left",
          "pool",
          Text.of(
              "No code of '" + settings.pool() + "' is left. Add codes to the pool.",
              "权益码池“" + settings.pool() + "”已无可用的码，请补充。"));
    }
  }

  @Override
  public Forecast forecast(Settings settings, Audience audience, NodeContext context) {
    CodePool pool = context.rewards().codes(settings.pool());
    RewardGate gate = gate(settings, pool, audience, context);
    // A code is paid for once it is given, whether it is used or not.
    BigDecimal cost = pool.unitCost().multiply(BigDecimal.valueOf(gate.left().size()));
    return new Forecast(
        gate.outcome(), gate.writes(write(settings, gate.left())), gate.left().size(), cost, cost);
  }

  @Override
  public Outcome act(Settings settings, Audience batch, ActionContext context) {
    CodePool pool = context.rewards().codes(settings.pool());
    RewardGate gate = gate(settings, pool, batch, context);
    gate.writes(write(settings, gate.left())).forEach(context::write);
    return gate.outcome();
  }

  private static RewardGate gate(
      Settings settings, CodePool pool, Audience people, NodeContext context) {
    RewardGate gate = RewardGate.of(people, settings.group(), context);
    if (!pool.open()) {
      gate.fail("pool-over", people);
    }
    gate.failBeyond(pool.left(), context);
    return gate;
  }

  private static CodeWrite write(Settings settings, Audience people) {
    return new CodeWrite(new CodePoolRef(settings.pool()), people);
  }

  @Override
  public Set<FactRef> writes(Settings settings) {
    return RewardGate.targets(
        settings.group(), settings.pool() == null ? null : new CodePoolRef(settings.pool()));
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
