package io.sluice.node.types.mark;

import io.sluice.node.ActionContext;
import io.sluice.node.ActionNode;
import io.sluice.node.Audience;
import io.sluice.node.Category;
import io.sluice.node.Forecast;
import io.sluice.node.Label;
import io.sluice.node.NodeContext;
import io.sluice.node.NodeInfo;
import io.sluice.node.Outcome;
import io.sluice.node.Rule;
import io.sluice.node.SetRef;
import io.sluice.node.SetWrite;
import io.sluice.node.Text;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import java.util.Set;

/** Puts people on a blacklist, or takes them off. */
public final class BlacklistNode implements ActionNode<BlacklistNode.Settings> {
  private static final NodeInfo INFO =
      new NodeInfo(
          "blacklist",
          Category.MARK,
          Text.of("Blacklist", "黑名单"),
          Text.of("Puts people on a blacklist, or takes them off.", "加入或移出黑名单。"),
          "ban",
          Set.of());

  /**
   * The settings.
   *
   * @param list which blacklist
   * @param action whether people are put on it or taken off
   * @param skipIf whom the node passes over
   */
  public record Settings(
      @NotNull @Label(en = "Blacklist", zh = "黑名单") List list,
      @NotNull @Label(en = "Action", zh = "操作") Action action,
      @Label(en = "Pass over", zh = "跳过条件") Rule skipIf) {}

  /** What people on a blacklist do not get. */
  public enum List {
    @Label(en = "Messages", zh = "消息")
    MESSAGES,
    @Label(en = "Points for orders", zh = "交易积分")
    POINTS,
    @Label(en = "Benefits", zh = "权益")
    BENEFITS
  }

  /** What is done. */
  public enum Action {
    @Label(en = "Put on", zh = "加入")
    ADD,
    @Label(en = "Take off", zh = "移出")
    REMOVE
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
  public Forecast forecast(Settings settings, Audience audience, NodeContext context) {
    return Forecast.done(audience, write(settings, audience));
  }

  @Override
  public Outcome act(Settings settings, Audience batch, ActionContext context) {
    context.write(write(settings, batch));
    return Outcome.done(batch);
  }

  private static SetWrite write(Settings settings, Audience people) {
    return settings.action() == Action.ADD
        ? SetWrite.add(set(settings.list()), people)
        : SetWrite.remove(set(settings.list()), people);
  }

  private static SetRef set(List list) {
    return switch (list) {
      case MESSAGES -> SetRef.MESSAGE_BLACKLIST;
      case POINTS -> SetRef.POINTS_BLACKLIST;
      case BENEFITS -> SetRef.BENEFIT_BLACKLIST;
    };
  }

  @Override
  public Set<SetRef> writes(Settings settings) {
    return settings.list() == null ? Set.of() : Set.of(set(settings.list()));
  }

  @Override
  public Optional<Rule> skipIf(Settings settings) {
    return Optional.ofNullable(settings.skipIf());
  }
}
