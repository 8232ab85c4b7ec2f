package io.sluice.node.types.reward;

import io.sluice.node.AccountRef;
import io.sluice.node.ActionContext;
import io.sluice.node.ActionNode;
import io.sluice.node.Audience;
import io.sluice.node.Category;
import io.sluice.node.FactRef;
import io.sluice.node.Forecast;
import io.sluice.node.KeyForm;
import io.sluice.node.Label;
import io.sluice.node.NodeCheck;
import io.sluice.node.NodeContext;
import io.sluice.node.NodeInfo;
import io.sluice.node.Outcome;
import io.sluice.node.PointsWrite;
import io.sluice.node.Rule;
import io.sluice.node.SetRef;
import io.sluice.node.Text;
import io.sluice.node.Write;
import io.sluice.node.types.Unused;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Gives people points, or takes points from them. */
public final class PointsNode implements ActionNode<PointsNode.Settings> {
  private static final NodeInfo INFO =
      new NodeInfo(
          "points",
          Category.REWARD,
          Text.of("Points", "积分"),
          Text.of("Gives people points, or takes points from them.", "给会员增加或扣减积分。"),
          "coins",
          Set.of());

  /**
   * The settings.
   *
   * @param account the account of points
   * @param action what is done
   * @param points how many points; nothing where the balance is reset
   * @param shortfall what becomes of people who have fewer points than are deducted; null means
   *     that it fails for them
   * @param group the group of rewards of which each person gets at most one
   * @param skipIf whom the node passes over
   */
  public record Settings(
      @NotBlank @Size(max = 64) @Label(en = "Points account", zh = "积分账户", field = "points-account")
          String account,
      @NotNull @Label(en = "Action", zh = "操作") Action action,
      @Min(1) @Max(1_000_000_000) @Label(en = "Points", zh = "积分数", when = "action=add|deduct")
          Long points,
      @Label(en = "Too few points", zh = "积分不足时", when = "action=deduct") Shortfall shortfall,
      @Size(max = 64)
          @Pattern(regexp = KeyForm.KEY)
          @Label(en = "At most one reward of the group", zh = "互斥组", when = "action=add")
          String group,
      @Label(en = "Pass over", zh = "跳过条件") Rule skipIf) {}

  /** What is done with the points. */
  public enum Action {
    @Label(en = "Add", zh = "增加")
    ADD,
    @Label(en = "Deduct", zh = "扣减")
    DEDUCT,
    @Label(en = "Set to zero", zh = "清零")
    RESET
  }

  /** What becomes of people who have too few points. */
  public enum Shortfall {
    @Label(en = "Deduct nothing; the person fails", zh = "不扣减，记为失败")
    FAIL,
    @Label(en = "Deduct down to zero", zh = "扣至零")
    CLAMP
  }

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
    if (settings.account() != null
        && !settings.account().isBlank()
        && !check.hasAccount(settings.account())) {
      check.error(
          "unknown-points-account",
          "account",
          Text.of(
              "There is no points account '"
                  + settings.account()
                  + "'. Make it, or choose another.",
              "积分账户“" + settings.account() + "”不存在，请创建或另选。"));
    }
    if (settings.action() != null) {
      checkAction(settings, check);
    }
  }

  private static void checkAction(Settings settings, NodeCheck check) {
    Unused unused = new Unused(check);
    String action = "\"action\": \"" + settings.action().name().toLowerCase(Locale.ROOT) + "\"";
    if (settings.action() == Action.RESET) {
      unused.refuse("points", settings.points(), action);
    } else if (settings.points() == null) {
      check.error("points-missing", "points", Text.of("Say how many points.", "请填写积分数。"));
    }
    if (settings.action() != Action.DEDUCT) {
      unused.refuse("shortfall", settings.shortfall(), action);
    }
    if (settings.action() != Action.ADD) {
      unused.refuse("group", settings.group(), action);
    }
  }

  @Override
  public Forecast forecast(Settings settings, Audience audience, NodeContext context) {
    RewardGate gate = gate(settings, audience, context);
    List<Write> writes = gate.writes(write(settings, gate.left()));
    long units = settings.action() == Action.ADD ? settings.points() * gate.left().size() : 0;
    BigDecimal cost =
        context.rewards().costOfPoint(settings.account()).multiply(BigDecimal.valueOf(units));
    return new Forecast(gate.outcome(), writes, units, cost, cost);
  }

  @Override
  public Outcome act(Settings settings, Audience batch, ActionContext context) {
    RewardGate gate = gate(settings, batch, context);
    gate.writes(write(settings, gate.left())).forEach(context::write);
    return gate.outcome();
  }

  private static RewardGate gate(Settings settings, Audience people, NodeContext context) {
    if (settings.action() != Action.ADD) {
      RewardGate gate = RewardGate.open(people);
      if (settings.action() == Action.DEDUCT && settings.shortfall() != Shortfall.CLAMP) {
        gate.fail(
            "too-few-points",
            people.minus(context.rewards().withPoints(settings.account(), settings.points())));
      }
      return gate;
    }
    return RewardGate.of(people, settings.group(), context);
  }

  private static PointsWrite write(Settings settings, Audience people) {
    PointsWrite.Change change =
        switch (settings.action()) {
          case ADD -> PointsWrite.Change.ADD;
          case RESET -> PointsWrite.Change.RESET;
          case DEDUCT ->
              settings.shortfall() == Shortfall.CLAMP
                  ? PointsWrite.Change.DEDUCT_TO_ZERO
                  : PointsWrite.Change.DEDUCT;
        };
    return new PointsWrite(
        new AccountRef(settings.account()),
        change,
        settings.action() == Action.RESET ? 0 : settings.points(),
        people);
  }

  @Override
  public Set<FactRef> writes(Settings settings) {
    return RewardGate.targets(
        settings.action() == Action.ADD ? settings.group() : null,
        settings.account() == null ? null : new AccountRef(settings.account()));
  }

  @Override
  public Set<SetRef> reads(Settings settings) {
    return settings.action() == Action.ADD ? RewardGate.reads() : Set.of();
  }

  @Override
  public Optional<Rule> skipIf(Settings settings) {
    return Optional.ofNullable(settings.skipIf());
  }
}
